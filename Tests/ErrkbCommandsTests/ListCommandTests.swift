import Testing

struct ListCommandTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test func isALineWithTabsForAPipe() throws {
    let run = try sandbox.ask("list --severity 20")
    #expect(
      run.output == """
        MSSQLSERVER_17806\t20\ten-US es-ES fr-FR ja-JP\tSSPI handshake failed with error code 0x%x, \
        state %d while establishing a connection with integrated security; the connection has been \
        closed. Reason: %.*ls %.*ls

        """)
    #expect(run.status == 0)
  }

  @Test func isATableOnATerminal() throws {
    let run = try sandbox.runOnTerminal(
      "list --lang ja --severity 14", columns: 60, environment: sandbox.asking())
    let lines = run.output.split(separator: "\n")
    #expect(lines.first == "EVENT               SEV  LOCALES  MESSAGE")
    #expect(lines.contains { $0.hasPrefix("MSSQLSERVER_18456    14        4  ") })
    #expect(lines.contains { $0.hasSuffix("…") })
  }

  @Test(arguments: [
    ("", "MSSQLSERVER_18456"), ("--lang fr", "MSSQLSERVER_10061"),
    ("--lang FR-fr", "MSSQLSERVER_53"),
    ("--source mssqlserver", "MSSQLSERVER_-2"), ("--missing es", "MSSQLSERVER_11001"),
    ("--component sqlengine --severity 14", "MSSQLSERVER_18456"),
  ])
  func filters(options: String, event: String) throws {
    let run = try sandbox.ask("list \(options)")
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").contains { $0.hasPrefix("\(event)\t") })
  }

  @Test(arguments: ["--source MSVC", "--lang sw", "--severity 25", "--component nothing"])
  func nothingFoundIsStatus1(options: String) throws {
    #expect(
      try sandbox.ask("list \(options)")
        == .init(output: "", errors: "errkb: no event matches\n", status: 1))
  }

  @Test(arguments: ["--lang f", "--missing a_b", "--severity high", "--format csv"])
  func wrongUseIsStatus2(options: String) throws {
    let run = try sandbox.ask("list \(options)")
    #expect(run.status == 2)
    #expect(run.output == "")
  }

  @Test func isAnObjectALineInJSON() throws {
    let run = try sandbox.ask("list --severity 20 --lang fr --format json")
    #expect(
      run.output.hasPrefix(
        #"{"schema":1,"source":"MSSQLSERVER","id":"17806","locale":"fr-FR","title":"#))
    #expect(run.output.hasSuffix("\"locales\":[\"en-US\",\"es-ES\",\"fr-FR\",\"ja-JP\"]}\n"))
  }

  @Test func aReaderThatLeavesIsNoFailure() throws {
    let script = "$ERRKB export | head -n 1 >/dev/null; echo ${PIPESTATUS[0]}"
    #expect(
      try sandbox.run(script: script, environment: sandbox.asking())
        == .init(output: "0\n", errors: "", status: 0))
  }
}
