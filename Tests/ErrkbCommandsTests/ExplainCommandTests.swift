import Foundation
import TestSupport
import Testing

/// `errkb explain` over the shipped pages.
@Suite struct ExplainCommandTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.write(Self.log, to: "ERRORLOG")
  }

  static let log = """
    2021-01-30 03:12:04.12 Server      Starting up.
    2021-01-30 03:12:04.12 Logon       Error: 18456, Severity: 14, State: 38.
    2021-01-30 03:12:04.12 Logon       Login failed for user 'sa'. Reason: Failed to open the database. [CLIENT: 10.0.0.1]
    2021-01-30 03:13:04.12 spid51      Error: 823, Severity: 24, State: 2.
    2021-01-30 03:13:09.12 Logon       Error: 18456, Severity: 14, State: 8.
    2021-01-30 03:13:09.12 Logon       Login failed for user 'bob'. Reason: Password did not match. [CLIENT: 10.0.0.1]
    2021-01-30 03:14:09.12 Logon       Error: 18456, Severity: 14, State: 38.
    2021-01-30 03:14:09.12 spid52      Error: 50001, Severity: 16, State: 1.
    2021-01-30 03:14:09.12 spid52      Something of our own.

    """

  /// The name of a golden file, and what is asked.
  private static let cases: [(name: String, line: String)] = [
    ("fr.txt", "--lang fr --width 88"), ("fr-40.txt", "--lang fr --width 40"),
    ("en-color.txt", "--lang en --color always"), ("ja.txt", "--lang ja"),
    ("es-60.txt", "--lang es --width 60"), ("de-to-fr.txt", "--lang de --to fr"),
    ("fr.json", "--lang fr --format json"), ("fr-to-en.json", "--lang fr --to en --format json"),
  ]

  @Test(arguments: cases)
  func prints(name: String, line: String) throws {
    let run = try sandbox.ask("explain ERRORLOG \(line)")
    #expect(run.status == 0)
    try Golden("Explain", name).expect(run.output.utf8)
  }

  @Test func leavesNoGoldenBehind() throws {
    #expect(try Golden.names(of: "Explain") == Self.cases.map(\.name).sorted())
  }

  @Test func saysOnStandardErrorHowMuchWasRead() throws {
    let run = try sandbox.ask("explain ERRORLOG")
    #expect(run.errorLines.count == 2)
    #expect(run.errorLines.first == "errkb: not in the catalogue: 50001 (1×)")
    #expect(run.errorLines.last?.hasPrefix("9 lines, 2 events, ") == true)
  }

  @Test func readsStandardInputWithoutAFile() throws {
    for script in [
      "$ERRKB explain --format json <ERRORLOG", "cat ERRORLOG | $ERRKB explain --format json -",
    ] {
      let run = try sandbox.run(script: script, environment: sandbox.asking())
      #expect(run.output == (try sandbox.ask("explain ERRORLOG --format json").output))
      #expect(run.status == 0)
    }
  }

  @Test func nothingFoundIsStatus1() throws {
    try sandbox.write("nothing\nto see\n", to: "log")
    let run = try sandbox.ask("explain log --format json --lang fr")
    #expect(run.output == "{\"schema\":1,\"events\":[],\"lines\":2}\n")
    #expect(run.errorLines.first == "errkb: aucune erreur connue du catalogue")
    #expect(run.status == 1)
    #expect(try sandbox.ask("explain log").output == "")
  }

  @Test func countsLinesFileByFile() throws {
    try sandbox.write("x\nMsg 18456, Level 14, State 1\n", to: "b.log")
    let run = try sandbox.ask("explain ERRORLOG b.log --format json")
    #expect(run.output.contains(#""count":4,"firstLine":2,"lastLine":2,"#))
    #expect(run.output.contains(#""file":"ERRORLOG","lastFile":"b.log""#))
    #expect(run.output.hasSuffix(#""lines":11}"# + "\n"))
    let text = try sandbox.ask("explain ERRORLOG b.log --width 88").output
    #expect(text.contains("ERRORLOG:2–b.log:2"))
  }

  @Test func aFileThatCannotBeReadIsStatus2AfterTheOthers() throws {
    let run = try sandbox.ask("explain nowhere ERRORLOG --format json")
    #expect(run.status == 2)
    #expect(run.errorLines.first == "errkb: nowhere: No such file or directory")
    #expect(run.output.contains("\"id\":\"18456\""))
  }

  @Test(arguments: ["--lang f", "--to a_b", "--format xml", "--width 0"])
  func wrongUseIsStatus2(options: String) throws {
    let run = try sandbox.ask("explain ERRORLOG \(options)")
    #expect(run.status == 2)
    #expect(run.output == "")
  }

  @Test func anotherLanguageIsAnnouncedOrRefused() throws {
    let run = try sandbox.ask("explain ERRORLOG --lang sv")
    #expect(run.status == 0)
    #expect(run.errorLines.contains { $0.contains("MSSQLSERVER_18456") && $0.contains("en-US") })
    let strict = try sandbox.ask("explain ERRORLOG --lang sv --strict-lang")
    #expect(strict.status == 1)
    #expect(strict.output.contains("18456"))
    #expect(!strict.output.contains("Login failed"))
  }

  @Test func tellsWhoTypesWhatToDo() throws {
    let run = try sandbox.runOnTerminal(
      "explain </dev/null", environment: sandbox.asking())
    #expect(!run.output.contains("Ctrl-D"))
    let typed = try sandbox.run(
      script: "printf '\\004' | script -qec \"$ERRKB explain --lang fr\" /dev/null",
      environment: sandbox.asking())
    #expect(typed.output.contains("collez le texte, puis appuyez sur Ctrl-D"))
  }

  @Test func whatActsOnATerminalIsShown() throws {
    try sandbox.write(
      "Msg 18456, Level 14, State 1\nLogin failed for user '\u{1B}[2J\u{202E}x'. y\n", to: "log")
    let run = try sandbox.ask("explain log")
    #expect(run.output.contains(#"\u{1B}[2J\u{202E}x"#))
    #expect(!run.output.utf8.contains(0x1B))
  }

  // MARK: Schema

  private static let python = Program(Program.python, "-c", "import jsonschema")

  @Test(.enabled(if: Self.python.isThere(), "python3 or its jsonschema is missing"))
  func jsonKeepsToItsSchema() throws {
    let schema = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "templates/schema/explain.schema.json").path
    let check = """
      import json, sys
      from jsonschema import Draft202012Validator
      schema = json.load(open(sys.argv[1]))
      Draft202012Validator.check_schema(schema)
      for line in sys.stdin:
          Draft202012Validator(schema).validate(json.loads(line))
      """
    try sandbox.write("Msg 18456, Level 14, State 1\nx\n", to: "b.log")
    let lines = try [
      "explain ERRORLOG --format json", "explain ERRORLOG b.log --lang ja --format json",
    ]
    .map { try sandbox.ask($0).output }
    let follow = try sandbox.run(
      script: "$ERRKB explain --follow --format json <ERRORLOG", environment: sandbox.asking())
    #expect(follow.output.split(separator: "\n").count == 4)
    let result = try Program(Program.python, "-c", check, schema)
      .run(Array((lines.joined() + follow.output).utf8))
    #expect(result.status == 0, "\(String(decoding: result.errors, as: UTF8.self))")
  }
}
