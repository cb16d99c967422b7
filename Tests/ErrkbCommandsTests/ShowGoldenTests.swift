import TestSupport
import Testing

/// What `show` prints of the shipped pages, byte for byte.
struct ShowGoldenTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// The name of a golden file, and what is asked.
  private static let cases: [(name: String, line: String)] =
    // Every format of a page with code, lists and links.
    [
      ("10061-fr.txt", "10061 --lang fr-FR --width 88"),
      ("10061-fr-40.txt", "10061 --lang fr-FR --width 40"),
      ("10061-fr-color.txt", "10061 --lang fr-FR --width 88 --color always"),
      ("10061-fr.md", "10061 --lang fr-FR --format markdown"),
      ("10061-fr.html", "10061 --lang fr-FR --format html"),
      ("10061-fr.json", "10061 --lang fr-FR --format json"),
    ]
    // States, a negative ID, a high severity, wide letters, a message alone.
    + [
      ("18456-38.txt", "18456 --lang en --state 38 --width 88"),
      ("18456-38-40.txt", "18456 --lang en --state 38 --width 40"),
      ("18456-38-color.txt", "18456 --lang en --state 38 --color always"),
      ("18456-38.json", "18456 --lang en --state 38 --format json"),
      ("-2.txt", "-2 --lang en"),
      ("823.txt", "823 --lang en-US"),
      ("823-color.txt", "823 --lang en-US --color always"),
      ("823.md", "823 --lang en-US --format markdown"),
      ("823.html", "823 --lang en-US --format html"),
      ("10061-ja.txt", "10061 --lang ja-JP"),
      ("10061-ja-40.txt", "10061 --lang ja-JP --width 40"),
      ("105-fr.txt", "105 --lang fr"),
      ("105-fr.md", "105 --lang fr --format markdown"),
      ("105-fr.html", "105 --lang fr --format html"),
      ("105-fr.json", "105 --lang fr --format json"),
    ]
    // Another language, one section, several events.
    + [
      ("10061-de.txt", "10061 --lang de"),
      ("10061-de.json", "10061 --lang de --format json"),
      ("10061-section.txt", "10061 --lang fr --section userAction"),
      ("10061-section.md", "10061 --lang fr --section userAction --format markdown"),
      ("10061-section.html", "10061 --lang fr --section userAction --format html"),
      ("10061-section.json", "10061 --lang fr --section userAction --format json"),
      ("10061-53.txt", "10061 53 --lang es --section cause --width 60"),
    ]

  @Test(arguments: cases)
  func prints(name: String, line: String) throws {
    let run = try sandbox.ask("show \(line)")
    #expect(run.status == 0)
    try Golden("Show", name).expect(run.output.utf8)
  }

  @Test func leavesNoGoldenBehind() throws {
    #expect(try Golden.names(of: "Show") == Self.cases.map(\.name).sorted())
  }
}
