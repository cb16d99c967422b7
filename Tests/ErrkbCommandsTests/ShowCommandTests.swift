import Testing

struct ShowCommandTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  // MARK: Names

  @Test(arguments: [
    "10061", "MSSQLSERVER_10061", "mssqlserver_10061", "10061 --source mssqlserver", "-- 10061",
  ])
  func findsAnEventByAnyOfItsNames(line: String) throws {
    let run = try sandbox.ask("show \(line)")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("MSSQLSERVER_10061  ·  en-US"))
  }

  @Test func findsAnEventByItsSymbolicName() throws {
    #expect(try sandbox.ask("show logon_failed") == sandbox.ask("show 18456"))
  }

  @Test func showsSeveralEventsInOrder() throws {
    let run = try sandbox.ask("show 53 -2 105")
    let heads = run.output.split(separator: "\n").filter { $0.hasPrefix("MSSQLSERVER_") }
    #expect(
      heads == [
        "MSSQLSERVER_53  ·  en-US", "MSSQLSERVER_-2  ·  en-US", "MSSQLSERVER_105  ·  en-US",
      ])
  }

  @Test func namesWhatIsNearAnUnknownEvent() throws {
    #expect(
      try sandbox.ask("show 10062")
        == .init(
          output: "", errors: "errkb: no event 10062; near it: 10060, 10061, 11001\n", status: 1))
    #expect(try sandbox.ask("show LOGIN_FAILED").errors.contains("18456"))
  }

  @Test func anUnknownEventAmongOthersIsStatus1() throws {
    let run = try sandbox.ask("show 10061 10062")
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("MSSQLSERVER_10061"))
    #expect(run.errorLines.count == 1)
  }

  @Test(arguments: [
    "show 10061 --source MSVC", "show 11001 --section example", "show 105 --section cause",
    "show 11001 --section example --format json", "show 11001 --section example --format html",
    "show 105 --section cause --format json", "show 11001 --section example --format markdown",
  ])
  func nothingFoundIsStatus1AndSaid(line: String) throws {
    let run = try sandbox.ask(line)
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(run.errorLines.count == 1)
  }

  @Test func aMissingSectionAmongOthersIsStatus1() throws {
    let run = try sandbox.ask("show 10061 11001 --section example")
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("Examples"))
    #expect(run.errorLines.count == 1)
    #expect(run.errors.contains("MSSQLSERVER_11001"))
  }

  @Test func anUnknownNameIsPrintedWithoutItsControlCharacters() throws {
    let run = try sandbox.run(["show", "\u{1B}[2J\u{202E}1"], environment: sandbox.asking())
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix(#"errkb: no event \u{1B}[2J\u{202E}1"#))
  }

  // MARK: Languages

  @Test(arguments: [
    (["LANG": "fr_FR.UTF-8"], "fr-FR"),
    (["LANG": "C.UTF-8"], "en-US"),
    (["LANG": "en_US.UTF-8", "LANGUAGE": "ja:fr"], "ja-JP"),
    (["LANG": "C", "LANGUAGE": "fr"], "en-US"),
    (["LANGUAGE": "fr"], "en-US"),
    (["LC_ALL": "es_ES", "LC_MESSAGES": "ja_JP", "LANG": "fr_FR"], "es-ES"),
    (["LC_MESSAGES": "ja_JP", "LANG": "fr_FR"], "ja-JP"),
    (["LC_ALL": "", "LANG": "fr_CA@euro"], "fr-FR"),
    ([:], "en-US"),
  ])
  func theEnvironmentChoosesTheLanguage(environment: [String: String], locale: String) throws {
    let run = try sandbox.ask("show 10061 --format json", environment: environment)
    #expect(run.status == 0)
    #expect(run.output.contains("\"locale\":\"\(locale)\""))
    #expect(run.errors == "")
  }

  @Test func theOptionComesBeforeTheEnvironment() throws {
    let run = try sandbox.ask("show 10061 --lang es", environment: ["LC_ALL": "fr_FR.UTF-8"])
    #expect(run.output.hasPrefix("MSSQLSERVER_10061  ·  es-ES"))
  }

  @Test func anotherLanguageIsAnnouncedInOneLine() throws {
    let run = try sandbox.ask("show 10061 --lang de,it")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("MSSQLSERVER_10061  ·  en-US"))
    #expect(run.errorLines.count == 1)
    #expect(run.errors.hasPrefix("errkb: MSSQLSERVER_10061"))
    for locale in ["en-US", "es-ES", "fr-FR", "ja-JP"] { #expect(run.errors.contains(locale)) }
  }

  @Test func jsonTellsWhichLanguageWasAskedFor() throws {
    #expect(
      try sandbox.ask("show 10061 --lang de --format json").output
        .contains(#""requestedLocale":"de""#))
    #expect(
      try !sandbox.ask("show 10061 --lang fr --format json").output.contains("requestedLocale"))
  }

  @Test func strictTakesNoOtherLanguage() throws {
    let run = try sandbox.ask("show 10061 --lang de --strict-lang")
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(run.errorLines.count == 1)
    #expect(try sandbox.ask("show 10061 --lang de,fr --strict-lang").status == 0)
  }

  @Test(arguments: ["f", "fr,,de", "a_b", "any,fr"])
  func aTagThatIsNoneIsStatus2(tags: String) throws {
    let run = try sandbox.ask("show 10061 --lang \(tags)")
    #expect(run.status == 2)
    #expect(run.errorLines.count == 1)
  }

  // MARK: Colour

  @Test(arguments: [
    ("", [:], false),
    ("", ["CLICOLOR_FORCE": "1"], true),
    ("", ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
    ("", ["CLICOLOR_FORCE": "1", "NO_COLOR": ""], true),
    ("--color always", ["NO_COLOR": "1"], true),
    ("--color never", ["CLICOLOR_FORCE": "1"], false),
  ])
  func coloursWhereItIsAsked(
    options: String, environment: [String: String], isColored: Bool
  ) throws {
    let run = try sandbox.ask("show 105 \(options)", environment: environment)
    #expect(run.output.contains("\u{1B}[") == isColored)
  }

  @Test(arguments: [
    ([:], true), (["NO_COLOR": "1"], false), (["CLICOLOR": "0"], false), (["TERM": "dumb"], false),
  ])
  func coloursOnATerminal(environment: [String: String], isColored: Bool) throws {
    let run = try sandbox.runOnTerminal("show 105", environment: sandbox.asking(environment))
    #expect(run.output.contains("\u{1B}[") == isColored)
  }
}

// MARK: - The terminal

extension ShowCommandTests {
  @Test func wrapsToTheTerminal() throws {
    let run = try sandbox.runOnTerminal(
      "show 105 --color never", columns: 30, environment: sandbox.asking())
    let lines = run.output.split(separator: "\n")
    #expect(lines.count > 5)
    #expect(lines.allSatisfy { $0.count <= 30 })
  }

  @Test(arguments: [
    (["ERRKB_PAGER": "tr a-z A-Z", "PAGER": "false"], true),
    (["PAGER": "tr a-z A-Z"], true),
    (["ERRKB_PAGER": "", "PAGER": "tr a-z A-Z"], false),
    (["ERRKB_PAGER": " ", "PAGER": "tr a-z A-Z"], false),
    (["PAGER": "tr a-z A-Z", "TERM": "dumb"], false),
    (["PAGER": "errkb-no-such-pager"], false),
  ])
  func aLongAnswerGoesThroughThePager(environment: [String: String], isPaged: Bool) throws {
    let run = try sandbox.runOnTerminal("show 10061", environment: sandbox.asking(environment))
    #expect(run.status == 0)
    #expect(run.output.contains("WHAT TO DO") == isPaged)
    #expect(run.output.contains("What to do") == !isPaged)
  }

  @Test(arguments: ["show 105", "show 11001 --no-pager", "show 10061 --format markdown"])
  func nothingElseGoesThroughIt(line: String) throws {
    let environment = try sandbox.asking(["PAGER": "tr a-z A-Z"])
    let run = try sandbox.runOnTerminal(line, environment: environment)
    #expect(run.status == 0)
    #expect(
      ["Unclosed quotation", "User Action", "What to do"].contains { run.output.contains($0) })
  }

  @Test func onlyBareLessIsToldHowToShow() throws {
    let less = """
      #!/bin/sh
      cat >/dev/null
      echo "called with [$*]"
      """
    try sandbox.write(less, to: "less.txt")
    // Copied by a process of its own: what this one has just written may be open in a child that
    // another test is about to start, and then it cannot be run.
    _ = try sandbox.run(script: "mkdir -p bin && cp less.txt bin/less && chmod +x bin/less")
    let environment = try sandbox.asking()
    func call(_ pager: String) throws -> String {
      var variables = environment
      variables["PAGER"] = pager
      return try sandbox.runOnTerminal("show 10061", environment: variables).output
    }
    #expect(try call("\(sandbox.path)/bin/less") == "called with [-RFX]\n")
    #expect(try call("\(sandbox.path)/bin/less -S") == "called with [-S]\n")
  }

  @Test func aPagerThatIsLeftEarlyIsNoFailure() throws {
    let run = try sandbox.runOnTerminal(
      "show 10061 18456 53", environment: sandbox.asking(["PAGER": "head -n 1"]))
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").count == 1)
  }

  /// An escape, a C1 control, a right-to-left override: in the text, the code, the message.
  private static let hostile = """
    ---
    title: MSSQLSERVER_66
    ---
    # MSSQLSERVER_66

    | Attribute | Value |
    | --- | --- |
    | Event ID | 66 |
    | Message Text | a&#27;]0;b&#x9b;2J&#x202e;c |

    ## <a name="explanation"></a>Explanation

    One \u{202E}two\u{9B}2J `three\u{2066}` &#27;[31mfour.

    ```
    five\u{200F}\u{9B}
    ```

    """

  @Test(arguments: ["text", "markdown", "html", "json"])
  func whatActsOnATerminalNeverReachesIt(format: String) throws {
    try sandbox.write(Self.hostile, to: "content/en-US/66.md")
    #expect(try sandbox.run("build").status == 0)
    let run = try sandbox.runOnTerminal("show 66 --color never --format \(format)")
    #expect(run.status == 0)
    #expect(run.output.contains("two"))
    let isHarmless = run.output.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x0A: true
      case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: false
      default: true
      }
    }
    #expect(isHarmless, "\(run.output.debugDescription)")
  }
}
