import Diagnostics
import Testing

struct CheckCommandTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.write(
      """
      ---
      title: MSSQLSERVER_17
      ---
      # MSSQLSERVER_17

      See [!INCLUDE[ssNoVersion](../includes/gone.md)] first.

      """, to: "content/en-US/17.md")
    try sandbox.write("# Nothing\n", to: "content/en-US/a.md")
    try sandbox.write("colour: red\n", to: "content/errkb.yml")
  }

  @Test func printsDiagnosticsOnStandardOutputAndTheCountOnStandardError() throws {
    let run = try sandbox.run("check content")
    #expect(run.status == 1)
    let lines = run.output.split(separator: "\n")
    #expect(
      lines.map { $0.prefix { $0 != " " } } == [
        "content/en-US/17.md:6:5:", "content/en-US/a.md:1:1:", "content/en-US/a.md:1:1:",
        "content/errkb.yml:1:1:",
      ])
    #expect(run.errors == "4 diagnostics (2 errors) in 1 page\n")
    #expect(!sandbox.exists("build"))
  }

  @Test func readsTheFolderContentByDefault() throws {
    #expect(try sandbox.run("check") == sandbox.run("check content"))
  }

  @Test func aLineAndACaretFollowOnATerminal() throws {
    let run = try sandbox.runOnTerminal("check")
    #expect(
      run.output.contains("\nSee [!INCLUDE[ssNoVersion](../includes/gone.md)] first.\n    ^\n"))
  }

  @Test func writesJSON() throws {
    let run = try sandbox.run("check --format json")
    #expect(run.status == 1)
    #expect(run.output.hasPrefix(#"{"schema":1,"diagnostics":[{"rule":"include-missing","#))
    #expect(run.output.hasSuffix("\"errors\":2,\"warnings\":2}\n"))
  }

  @Test func writesSARIF() throws {
    let run = try sandbox.run("check --format sarif")
    #expect(run.status == 1)
    #expect(run.output.contains(#""version":"2.1.0""#))
    #expect(run.output.contains(#""startLine":6,"startColumn":5"#))
  }

  @Test func warningsAloneAreStatus0UnlessTheyAreErrors() throws {
    try sandbox.write("# MSSQLSERVER_18\n", to: "other/en-US/18.md")
    try sandbox.write("colour: red\n", to: "other/errkb.yml")
    #expect(try sandbox.run("check other").status == 0)
    #expect(try sandbox.run("check other --werror").status == 1)
  }

  @Test func contentWithoutFaultsIsQuiet() throws {
    let run = try sandbox.run(["check", Sandbox.content, "--werror"])
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("0 diagnostics (0 errors) in "))
  }

  @Test func aMissingFolderIsStatus2() throws {
    #expect(
      try sandbox.run("check nowhere")
        == .init(output: "", errors: "errkb: nowhere: No such file or directory\n", status: 2))
  }

  @Test func listsAndExplainsEveryRule() throws {
    let run = try sandbox.run("check --rules")
    #expect(run.status == 0)
    #expect(run.errors == "")
    for rule in Rule.allCases {
      #expect(run.output.contains("\(rule.rawValue) (\(rule.severity.rawValue))\n"))
      #expect(run.output.contains(rule.explanation))
    }
  }
}
