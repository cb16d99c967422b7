import TestSupport
import Testing

/// The program as a whole: help, version, global options, wrong use.
struct ErrkbTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test(arguments: [
    "", "build", "check", "coverage", "decode", "diff", "explain", "export", "fixes", "grep",
    "import", "list", "mcp", "show",
  ])
  func helpStands(command: String) throws {
    let run = try sandbox.run("\(command) --help")
    #expect(run.status == 0)
    #expect(run.errors == "")
    try Golden("Help", command.isEmpty ? "errkb.txt" : "\(command).txt").expect(run.output.utf8)
  }

  @Test func helpLeavesNoGoldenBehind() throws {
    #expect(
      try Golden.names(of: "Help")
        == [
          "build.txt", "check.txt", "coverage.txt", "decode.txt", "diff.txt", "errkb.txt",
          "explain.txt",
          "export.txt", "fixes.txt", "grep.txt", "import.txt", "list.txt", "mcp.txt", "show.txt",
        ])
  }

  @Test func tellsItsVersion() throws {
    let run = try sandbox.run("--version")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("errkb "))
    #expect(try sandbox.run("show --version") == run)
  }

  @Test(arguments: [
    "sho 1", "show", "show 1 --bogus", "show 1 --lang", "show 1 --format yaml", "--color red list",
    "build --jobs x", "export a", "show -x", "show 1 --state -2",
  ])
  func wrongUseIsStatus2AndSaysWhy(line: String) throws {
    let run = try sandbox.ask(line)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("errkb: "))
  }

  @Test(arguments: [
    "--catalogue $DB show 10061", "show 10061 --catalogue $DB", "show --catalogue=$DB 10061",
    "--catalogue $DB list", "list --catalogue $DB", "--color never --catalogue $DB export",
    "--catalogue $DB --color never show -2", "list --color always --catalogue $DB",
  ])
  func globalOptionsStandAnywhere(line: String) throws {
    let run = try sandbox.run(
      script: "$ERRKB \(line)", environment: ["DB": try Sandbox.catalogue.get()])
    #expect(run.status == 0)
    #expect(run.errors == "")
  }

  @Test(arguments: ["show 1", "list", "export", "--color never show 1"])
  func saysInOneSentenceHowToGetACatalogue(line: String) throws {
    let sentence = "errkb: no catalogue found; run 'errkb build CONTENT' or give --catalogue PATH\n"
    #expect(try sandbox.run(line) == .init(output: "", errors: sentence, status: 2))
    #expect(
      try sandbox.run("\(line) --catalogue gone.db").errors
        == "errkb: no catalogue at 'gone.db'; run 'errkb build CONTENT' or give --catalogue PATH\n")
  }

  @Test func findsTheCatalogueInAFolderAbove() throws {
    let script =
      "$ERRKB build --only catalogue \(Sandbox.content) 2>/dev/null && mkdir -p a/b && cd a/b && $ERRKB list"
    #expect(try sandbox.run(script: script).status == 0)
  }
}
