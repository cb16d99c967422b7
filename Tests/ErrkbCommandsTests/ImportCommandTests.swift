import Foundation
import TestSupport
import Testing

struct ImportCommandTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.write(Self.article, to: "article.txt")
  }

  private static let article = """
    Skip to main content

    Cannot connect, error 10061

    The service was stopped. Do not mistake it for error 233.

    How to fix it

    Start the service.
    """

  private static func page(events: String, retrieved: String) -> String {
    """
    ---
    title: Cannot connect, error 10061
    description: The service was stopped.
    kind: guide
    events: [\(events)]
    locale: en-US
    retrieved: \(retrieved)
    ---

    # Cannot connect, error 10061

    The service was stopped. Do not mistake it for error 233.

    ## How to fix it

    Start the service.

    """
  }

  @Test func findsTheEventInTheTextAndTellsWhatItLeftOut() throws {
    let run = try sandbox.ask("import article.txt --retrieved 2026-01-02")
    #expect(run.output == Self.page(events: "MSSQLSERVER_10061", retrieved: "2026-01-02"))
    #expect(
      run.errorLines == [
        "note: named only by the way: MSSQLSERVER_233", "note: left out: 'Skip to main content'",
      ])
    #expect(run.status == 0)
  }

  @Test func eventsThatAreGivenNeedNoCatalogue() throws {
    let run = try sandbox.run(
      "import article.txt --event 10061 --event -2 --retrieved 2026-01-02")
    #expect(run.output == Self.page(events: "10061, -2", retrieved: "2026-01-02"))
    #expect(run.status == 0)
  }

  @Test func theDayOfTheFileStandsInForTheDayItWasFetched() throws {
    let script =
      "touch -d '2024-02-29 23:59:59 UTC' article.txt; $ERRKB import article.txt --event 10061"
    let run = try sandbox.run(script: script)
    #expect(run.output == Self.page(events: "10061", retrieved: "2024-02-29"))
  }

  @Test func aFileHoldsWhatStandardOutputWouldHave() throws {
    let output = try sandbox.run("import article.txt --event 10061").output
    let run = try sandbox.run("import article.txt --event 10061 -o page.md")
    #expect(run.status == 0 && run.output == "")
    #expect(try sandbox.bytes(of: "page.md") == Array(output.utf8))
  }

  @Test func kindAndLanguageMayBeGiven() throws {
    let run = try sandbox.run("import article.txt --event 1 --kind thread --lang fr-ca")
    #expect(run.output.contains("\nkind: thread\n") && run.output.contains("\nlocale: fr-CA\n"))
  }

  @Test func thePageBuildsAndIsShown() throws {
    let script = """
      mkdir -p content/mssqlserver/en-US/guides &&
      $ERRKB import article.txt --event MSSQLSERVER_10061 \
        -o content/mssqlserver/en-US/guides/a.md &&
      $ERRKB check --werror content && $ERRKB build content --only catalogue &&
      $ERRKB show 10061 --section userAction --no-pager
      """
    let run = try sandbox.run(script: script)
    #expect(run.status == 0)
    #expect(run.output.contains("Start the service."))
  }

  @Test func withoutACatalogueTheEventsHaveToBeNamed() throws {
    #expect(
      try sandbox.run("import article.txt")
        == .init(
          output: "",
          errors: """
            errkb: no catalogue found; run 'errkb build CONTENT' or give --catalogue PATH; or name \
            the events with --event ID

            """, status: 2))
  }

  @Test func withoutAnEventOrATextThereIsNoPage() throws {
    try sandbox.write(
      "Nothing is wrong here.\n\nAll is well, but for error 999999.\n", to: "well.txt")
    #expect(
      try sandbox.ask("import well.txt")
        == .init(
          output: "",
          errors:
            "errkb: well.txt: the text names no event of the catalogue (999999); give --event ID\n",
          status: 1))
    try sandbox.write(" \n", to: "empty.txt")
    #expect(
      try sandbox.ask("import empty.txt")
        == .init(output: "", errors: "errkb: empty.txt: there is no text in it\n", status: 1))
  }

  @Test(arguments: [
    "import", "import gone.txt --event 1", "import . --event 1", "import article.txt --event x",
    "import article.txt --event 1 --lang -", "import article.txt --event 1 --retrieved soon",
    "import article.txt --event 1 --kind page", "import article.txt --event 1 -o gone/page.md",
  ])
  func wrongUseIsStatus2(line: String) throws {
    let run = try sandbox.run(line)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errorLines.contains { $0.hasPrefix("errkb: ") })
  }

  @Test func anEventWithoutItsSourceTakesTheOnlyOneOfTheCatalogue() throws {
    let run = try sandbox.ask("import article.txt --event 10061 --event 5000000 --event c2065")
    #expect(run.output.contains("\nevents: [MSSQLSERVER_10061, 5000000, C2065]\n"))
  }

  @Test func bytesOutsideTheirEncodingAreReplacedWithoutNoise() throws {
    let script = """
      printf '<meta charset=shift_jis><p>\\x83\\x47\\xFF\\xFF kept \\x83\\x47</p>' >x.html
      $ERRKB import x.html --event 1 --lang ja --retrieved 2026-01-02
      """
    let run = try sandbox.run(script: script)
    #expect(run.output.contains("エ") && run.output.contains("kept エ"))
    #expect(run.errors == "note: the article has no title; the page is named after its event\n")
  }

  @Test func whatOthersWroteCannotActOnTheTerminal() throws {
    try sandbox.write("<h1>t \u{1B}[31m</h1><p>error \u{202E}1 &#27;[2J</p>", to: "x.html")
    let run = try sandbox.runOnTerminal("import x.html --event 1")
    #expect(!run.output.contains("\u{1B}[2J") && !run.output.contains("\u{202E}"))
  }

  @Test func aPictureThatIsLeftOutIsTold() throws {
    try sandbox.write("<h1>t</h1><p>one <img src=\"data:image/png;base64,AAAA\"></p>", to: "x.html")
    let run = try sandbox.run("import x.html --event 1")
    #expect(run.errorLines.contains("note: left out: '<img src=data:image/png;base64,AAAA>'"))
  }

  @Test func aFileThatIsTooLargeIsRefusedWithTheReason() throws {
    let file = URL(filePath: "\(sandbox.path)/large.html")
    try Data().write(to: file)
    try FileHandle(forWritingTo: file).truncate(atOffset: 65 << 20)
    let run = try sandbox.run("import large.html --event 1")
    #expect(run.errorLines == ["errkb: large.html: Larger than 64 MiB"])
    #expect(run.output == "" && run.status == 2)
  }
}
