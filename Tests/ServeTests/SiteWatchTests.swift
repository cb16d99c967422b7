import Foundation
import TestSupport
import Testing

struct SiteWatchTests {
  private let site = Folder(
    File("page.md", "first"), File("index.html", "<html><head></head></html>"))

  /// A build that prints what the page says, and fails where that is bad.
  private static let build = """
    echo summary >&2; echo "page.md:1:1: error: $(cat page.md)" >&2; ! grep -q bad page.md
    """

  @Test(
    "It builds at once and after each change, and news say what came of it",
    .enabled(if: Program("curl", "--version").isThere()))
  func news() throws {
    try ServedSite.serving(site, watching: Self.build) { base, path in
      let first = try news(base) { $0.contains(#""edition":1,"state":"built""#) }
      #expect(first.contains(#""diagnostics":"page.md:1:1: error: first""#))
      try write("bad", to: path)
      let second = try news(base) { $0.contains(#""state":"failed""#) }
      #expect(second.contains(#""edition":1,"#))
      #expect(second.contains(#""diagnostics":"summary\npage.md:1:1: error: bad\n""#))
      try write("good", to: path)
      let third = try news(base) { $0.contains(#""edition":2,"state":"built""#) }
      #expect(third.contains(#""diagnostics":"page.md:1:1: error: good""#))
    }
  }

  private func write(_ text: String, to folder: String) throws {
    try text.write(toFile: "\(folder)/page.md", atomically: false, encoding: .utf8)
  }

  /// The first news that are as wanted, or the last of a minute.
  private func news(_ base: String, _ isWanted: (String) -> Bool) throws -> String {
    var news = try Answer(base, "/.errkb/news.js").body
    let end = ContinuousClock.now.advanced(by: .seconds(60))
    while !isWanted(news), ContinuousClock.now < end {
      let number = news.split(separator: ":").dropFirst().first?.split(separator: ",").first ?? ""
      news = try Answer(base, "/.errkb/news.js?after=\(number)").body
    }
    return news
  }
}
