import Foundation
import Testing

import Serve
import TestSupport

struct RebuilderTests {
  @Test("A build says what it printed and whether it went well")
  func outcomes() throws {
    let good = try Rebuilder(
      program: "/bin/sh", arguments: ["-c", "echo a.md:1:1: warning >&2; echo out"]
    ).build()
    #expect(good.isBuilt && good.text.hasPrefix("a.md:1:1: warning\n"))
    #expect(try !Rebuilder(program: "/bin/sh", arguments: ["-c", "exit 1"]).build().isBuilt)
    #expect(try !Rebuilder(program: "/bin/sh", arguments: ["-c", "kill -9 $$"]).build().isBuilt)
  }

  @Test("A program that is not there is an error that names it")
  func missing() {
    #expect(throws: (any Error).self) { try Rebuilder(program: "/no/errkb", arguments: []).build() }
  }
}

struct SiteWatchTests {
  private let folder = Folder(File("a.md", "a"))

  @Test("It builds at once and after each change, and news say what came of it")
  func news() async throws {
    let root = FileManager.default.temporaryDirectory.appending(
      component: "errkb-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    try folder.write(to: root)
    let page = root.appending(path: "a.md").path(percentEncoded: false)
    let board = NewsBoard()
    let watch = SiteWatch(
      [root.path(percentEncoded: false)], ignoring: { _ in false },
      rebuilder: Rebuilder(
        program: "/bin/sh",
        arguments: ["-c", "echo summary >&2; echo \"a.md:1:1: error: $(cat \(page))\" >&2; ! grep -q bad \(page)"]),
      board: board)
    DispatchQueue.global().async { try? watch.run() }
    defer { watch.stop() }

    let first = await arrival(board) { $0.edition == 1 }
    #expect(first.state == .built && first.diagnostics == "a.md:1:1: error: a")
    try "bad".write(toFile: page, atomically: true, encoding: .utf8)
    let second = await arrival(board) { $0.state == .failed }
    #expect(second.edition == 1 && second.diagnostics == "summary\na.md:1:1: error: bad\n")
    try "good".write(toFile: page, atomically: true, encoding: .utf8)
    let third = await arrival(board) { $0.state == .built }
    #expect(third.edition == 2)
  }

  /// The first news that are as wanted, or those after ten seconds.
  private func arrival(_ board: NewsBoard, _ isWanted: (News) -> Bool) async -> News {
    var news = await board.news(otherThan: nil, within: .zero)
    let end = ContinuousClock.now.advanced(by: .seconds(10))
    while !isWanted(news), ContinuousClock.now < end {
      news = await board.news(otherThan: news.number, within: .seconds(1))
    }
    return news
  }
}
