import TestSupport
import Testing

struct GrepCommandTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private static let cases: [(name: String, line: String)] = [
    ("prefix.txt", "-i pare-feu --lang fr"),
    ("number.txt", "-n firewall --lang en"),
    ("context.txt", "-n -C1 firewall --lang en"),
    ("color.txt", "-n -A1 -i FIREWALL --lang en --color always"),
    ("color-count.txt", "-c firewall --color always"),
    ("only.txt", #"-o \w+wall\w*"#),
    ("count.txt", "-c server"),
    ("events.txt", "-l firewall"),
    ("max.txt", "-m1 -c e"),
    ("messages.txt", "--in messages -i guillemet"),
    ("explanation.txt", "--in explanation -n TCP --lang en"),
    ("all.txt", "--in all -n 10061 --lang en,ja"),
    ("invert.txt", "-v -m1 e --lang ja"),
    ("json.txt", "--json -C1 firewall --lang en"),
  ]

  @Test(arguments: cases)
  func prints(name: String, line: String) throws {
    let run = try sandbox.ask("grep \(line)")
    #expect(run.status == 0)
    #expect(run.errors == "")
    try Golden("Grep", name).expect(run.output.utf8)
  }

  @Test func leavesNoGoldenBehind() throws {
    #expect(try Golden.names(of: "Grep") == Self.cases.map(\.name).sorted())
  }

  @Test(arguments: [
    ("server", 0), ("qzxqzx", 1), ("(", 2), ("-q server", 0), ("-q qzxqzx", 1), ("-m0 server", 1),
    ("-v ^", 1), ("-c qzxqzx", 1), ("-l server", 0), ("--json qzxqzx", 1),
    ("--source msvc server", 1),
    ("--lang any server", 0), ("--lang x_ server", 2), ("--in nowhere server", 2), ("-e", 2),
    ("--lang sw server", 1), ("--json -l a", 2),
  ])
  func endsWithTheStatusOfGrep(line: String, status: Int32) throws {
    #expect(try sandbox.ask("grep \(line)").status == status)
  }

  @Test func marksWhereAPatternIsWrong() throws {
    #expect(
      try sandbox.ask("grep (abc")
        == .init(
          output: "", errors: "errkb: pattern: missing closing parenthesis\n  (abc\n      ^\n",
          status: 2))
    let wide = try sandbox.run(["grep", "字[\u{1B}"], environment: sandbox.asking())
    #expect(wide.errors.split(separator: "\n").dropFirst() == ["  字[\\u{1B}", "           ^"])
    let long = try sandbox.run(
      ["grep", String(repeating: "a", count: 5000) + ")"], environment: sandbox.asking())
    #expect(long.errorLines.allSatisfy { $0.utf8.count < 120 })
    #expect(long.status == 2)
  }

  @Test func refusesAPatternThatIsNotUTF8() throws {
    let run = try sandbox.run(
      script: #"$ERRKB grep $'a\xFF'"#, environment: sandbox.asking())
    #expect(run == .init(output: "", errors: "errkb: pattern: it is not UTF-8\n", status: 2))
    #expect(try sandbox.run(["grep", "\u{FFFD}"], environment: sandbox.asking()).status == 1)
  }

  @Test(arguments: ["(?:\\w+\\s?)+[\\x01\\x02]", "(.+)+[\\x01\\x02]"])
  func endsAPatternThatWouldRunOn(pattern: String) throws {
    let run = try sandbox.run(["grep", pattern], environment: sandbox.asking())
    #expect(run.output == "")
    #expect(run.errors.hasSuffix(": the pattern takes too many steps\n"))
    #expect(run.errors.hasPrefix("errkb: MSSQLSERVER_"))
    #expect(run.status == 2)
  }

  @Test func keepsTheLinesFoundBeforeAPatternRanOn() throws {
    let run = try sandbox.run(
      ["grep", "-e", "^Make sure", "-e", "^(\\w+\\s?)+[\\x01\\x02]"], environment: sandbox.asking())
    #expect(run.status == 2)
    let quiet = try sandbox.run(
      ["grep", "-q", "-e", "^", "-e", "(.+)+[\\x01\\x02]"], environment: sandbox.asking())
    #expect(quiet == .init(output: "", errors: "", status: 0))
  }

  @Test func saysInTheLanguageAskedForThatItHasNone() throws {
    #expect(
      try sandbox.ask("grep a --lang sw").errors
        == "errkb: no page in sw; there are: en-US, es-ES, fr-FR, ja-JP\n")
    #expect(try sandbox.ask("grep a --lang ko").errors.hasPrefix("errkb: ko"))
  }

  @Test func searchesEveryLanguageThatIsAskedFor() throws {
    let run = try sandbox.ask("grep -c . --lang fr-CA,ja,sw")
    let locales = Set(run.output.split(separator: "\n").map { $0.split(separator: ":")[1] })
    #expect(locales == ["fr-FR", "ja-JP"])
  }

  @Test func aReaderThatLeavesIsNoFailure() throws {
    let script = "$ERRKB grep --in all . | head -n 1 >/dev/null; echo ${PIPESTATUS[0]}"
    #expect(
      try sandbox.run(script: script, environment: sandbox.asking())
        == .init(output: "0\n", errors: "", status: 0))
  }

  @Test func showsWhatWouldActOnATerminal() throws {
    try sandbox.write(
      """
      ---
      title: MSSQLSERVER_7
      ---
      # MSSQLSERVER_7

      ## User action

      Press \u{202E}red\u{200F} now.

      """, to: "content/en-us/7.md")
    #expect(try sandbox.run("build content --only catalogue").status == 0)
    let plain = try sandbox.run("grep now")
    #expect(plain.output == "MSSQLSERVER_7:en-US:userAction:Press \u{202E}red\u{200F} now.\n")
    let shown = try sandbox.runOnTerminal("grep now --color never")
    #expect(
      shown.output == "MSSQLSERVER_7:en-US:userAction:Press \\u{202E}red\\u{200F} now.\n")
    let colored = try sandbox.runOnTerminal("grep red. --color always")
    #expect(
      colored.output
        == "\u{1B}[35mMSSQLSERVER_7:en-US:userAction\u{1B}[0m:Press \\u{202E}"
        + "\u{1B}[1;31mred\\u{200F}\u{1B}[0m now.\n")
  }

  @Test func tellsTheLinesOfCode() throws {
    try sandbox.write(
      """
      # MSSQLSERVER_8

      ## User action

      Run this:

      ```sql
      one line
      another line
      ```

          indented line
          second line

      """, to: "content/en-us/8.md")
    #expect(try sandbox.run("build content --only catalogue").status == 0)
    #expect(
      try sandbox.run("grep -n line").output == """
        MSSQLSERVER_8:en-US:userAction:8:one line
        MSSQLSERVER_8:en-US:userAction:9:another line
        MSSQLSERVER_8:en-US:userAction:12:indented line
        MSSQLSERVER_8:en-US:userAction:13:second line

        """)
  }
}
