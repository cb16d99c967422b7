import Foundation
import TestSupport
import Testing

/// The man pages that `build` makes: which there are, what they are called, what leads to them.
struct ManPartTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    for (name, text) in Self.files { try sandbox.write(text, to: "content/\(name)") }
  }

  private func build(_ options: String = "") throws {
    let run = try sandbox.run("build --only catalogue,man \(options)")
    #expect(run.status == 0, "\(run)")
  }

  /// Every file below a folder, in order.
  private func files(in folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: "\(sandbox.path)/\(folder)")
      .filter { $0.hasSuffix(".7") }.sorted()
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try sandbox.bytes(of: "build/man/\(name)"), as: UTF8.self)
  }

  @Test func everyLanguageHasItsPagesAndTheManualAll() throws {
    try build()
    #expect(
      try files(in: "build/man")
        == [
          "fr/man7/10061.7", "fr/man7/logon_failed.7", "fr/man7/233.7",
          "fr/man7/mssqlserver_10061.7",
          "fr/man7/mssqlserver_233.7", "fr/man7/mssqlserver_9.7", "fr/man7/9.7",
          "man7/10061.7", "man7/233.7", "man7/9.7", "man7/ledger_233.7", "man7/logon_failed.7",
          "man7/mssqlserver_10061.7", "man7/mssqlserver_233.7", "man7/mssqlserver_9.7",
          "man7/mssqlserver_..~2fx.7", "man7/~2e.~2fx.7",
          "pt_BR/man7/10061.7", "pt_BR/man7/mssqlserver_10061.7", "pt_BR/man7/logon_failed.7",
          "sr@latin/man7/10061.7", "sr@latin/man7/mssqlserver_10061.7",
          "sr@latin/man7/logon_failed.7",
          "zh_TW/man7/10061.7", "zh_TW/man7/mssqlserver_10061.7", "zh_TW/man7/logon_failed.7",
        ].sorted())
    #expect(try text("fr/man7/10061.7") == ".so man7/mssqlserver_10061.7\n")
    #expect(try text("man7/logon_failed.7") == ".so man7/mssqlserver_10061.7\n")
    #expect(
      try text("man7/mssqlserver_10061.7").contains(
        "\nmssqlserver_10061, 10061, logon_failed \\- "))
  }

  @Test func whatTheDefaultLanguageLacksIsInTheManualInAnother() throws {
    try build()
    let page = try text("man7/mssqlserver_9.7")
    #expect(page.contains("no page in en\\-US; shown in fr\\-FR"))
    #expect(page.contains("Neuf."))
    #expect(try !text("fr/man7/mssqlserver_9.7").contains("no page"))
  }

  @Test func aNumberOfTwoProductsLeadsToBothInEveryLanguage() throws {
    try build()
    for folder in ["", "fr/"] {
      let list = try text("\(folder)man7/233.7")
      #expect(list.contains("\n233 \\- LEDGER_233, MSSQLSERVER_233\n"))
      #expect(list.contains("\\fBledger_233\\fR(7)\n"))
      #expect(list.contains("\\fBmssqlserver_233\\fR(7)\n"))
    }
    // A name that leads elsewhere is none of the page's own.
    #expect(try text("man7/ledger_233.7").contains("\nledger_233 \\- "))
  }

  @Test func eventsWithAMessageOnlyHavePagesWhereAsked() throws {
    try build("--man-messages")
    let page = try text("man7/mssqlserver_105.7")
    #expect(page.contains("\nmssqlserver_105, 105 \\- Unclosed quotation mark"))
    #expect(page.contains("Severity 15"))
    #expect(try text("man7/105.7") == ".so man7/mssqlserver_105.7\n")
  }

  @Test func sameContentGivesTheSameBytes() throws {
    try build("--jobs 1 -o one")
    try build("--jobs 7 -o seven")
    let names = try files(in: "one/man")
    #expect(try names == files(in: "seven/man"))
    for name in names {
      #expect(try sandbox.bytes(of: "one/man/\(name)") == sandbox.bytes(of: "seven/man/\(name)"))
    }
  }

  @Test func aPartAloneIsMadeOfTheCatalogueThatIsThere() throws {
    #expect(try sandbox.run("build --only catalogue").status == 0)
    #expect(
      try sandbox.run("build --only man") == .init(output: "", errors: "", status: 0))
    #expect(try sandbox.names(in: "build") == [".errkb", ".errkb-state", "catalogue.db", "man"])
    let page = try sandbox.bytes(of: "build/man/man7/mssqlserver_10061.7")
    #expect(try sandbox.run("build --only catalogue").status == 0)
    #expect(try sandbox.bytes(of: "build/man/man7/mssqlserver_10061.7") == page)
    let list = String(decoding: try sandbox.bytes(of: "build/.errkb"), as: UTF8.self)
    #expect(list.contains("\nman/fr/man7/10061.7\n"))
  }

  @Test func aForeignFileAmongThePagesIsRefused() throws {
    try build()
    try sandbox.write("mine", to: "build/man/fr/man7/mine.7")
    let run = try sandbox.run("build --only man")
    #expect(run.status == 2)
    #expect(run.errors.contains("'build' holds 'man/fr/man7/mine.7', which errkb did not write"))
    #expect(sandbox.exists("build/man/fr/man7/mine.7"))
  }

  @Test(arguments: [
    ("10061 --lang fr", "fr/man7/mssqlserver_10061.7"),
    ("10061 --lang en", "man7/mssqlserver_10061.7"),
    ("MSSQLSERVER_233 --lang fr", "fr/man7/mssqlserver_233.7"),
    ("MSSQLSERVER_9 --lang en-US", "man7/mssqlserver_9.7"),
  ])
  func showPrintsWhatIsBuilt(event: String, file: String) throws {
    try build()
    let run = try sandbox.run("show \(event) --format man")
    #expect(run.status == 0)
    #expect(try run.output == text(file))
  }

  // MARK: Readers

  private static let hasMan = Program("man", "--version").isThere()

  /// Runs `man` or a program of its kind with the pages that were built.
  private func read(_ command: String) throws -> String {
    let script = """
      export MANPATH=$PWD/build/man MANWIDTH=${WIDTH:-80} LC_ALL=C.UTF-8
      printf 'MANDB_MAP %s %s\\nSECTION 7\\n' $PWD/build/man $PWD/cache > man.conf
      mkdir -p cache
      \(command)
      """
    let run = try sandbox.run(script: script)
    #expect(run.errors == "")
    return run.output
  }

  @Test(
    .enabled(if: hasMan),
    arguments: [
      ("fr 10061", "Le serveur a refusé."), ("fr_CA LOGON_FAILED", "Le serveur a refusé."),
      ("de 10061", "The server refused."), ("pt_BR 10061", "O servidor recusou."),
      ("pt_PT 10061", "The server refused."), ("zh_TW mssqlserver_10061", "伺服器拒絕了"),
      ("zh_CN 10061", "The server refused."), ("sr_RS@latin 10061", "Server je odbio."),
      ("fr 9", "Neuf."), ("en 9", "Neuf."),
    ])
  func manFindsThePageOfTheLanguage(asked: String, text: String) throws {
    try build()
    #expect(try read("man -L \(asked)").contains(text))
  }

  @Test(.enabled(if: hasMan), arguments: [40, 200])
  func linesFitTheScreen(width: Int) throws {
    try build()
    for language in ["fr", "zh_TW"] {
      let lines = try read("MANWIDTH=\(width) man -L \(language) 10061").split(separator: "\n")
      let widest = lines.map { line in
        line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
      }
      #expect((widest.max() ?? 0) <= width)
      #expect(lines.contains { $0.hasSuffix("EXEC sys.sp_who2 --all") })
    }
  }

  @Test(.enabled(if: hasMan)) func mandbIndexesEveryLanguage() throws {
    try build()
    let answers = try read(
      """
      mandb -C man.conf -c -q $MANPATH
      for language in fr zh_TW sr@latin; do
        whatis -C man.conf -L $language -l 10061 mssqlserver_10061
        apropos -C man.conf -L $language -l 10061 | wc -l
      done
      whatis -C man.conf -l logon_failed 233 9
      apropos -C man.conf -l refused
      apropos -C man.conf -L fr -l refusé
      """)
    let lines = answers.split(separator: "\n").map { line in
      line.split(separator: " ").joined(separator: " ")
    }
    #expect(
      lines == [
        "10061 (7) - Le serveur a refusé.", "mssqlserver_10061 (7) - Le serveur a refusé.", "2",
        "10061 (7) - 伺服器拒絕了", "mssqlserver_10061 (7) - 伺服器拒絕了", "2",
        "10061 (7) - Server je odbio.", "mssqlserver_10061 (7) - Server je odbio.", "2",
        "logon_failed (7) - The server refused.", "233 (7) - LEDGER_233, MSSQLSERVER_233",
        "9 (7) - Neuf.", "10061 (7) - The server refused.",
        "logon_failed (7) - The server refused.", "mssqlserver_10061 (7) - The server refused.",
        "10061 (7) - Le serveur a refusé.", "logon_failed (7) - Le serveur a refusé.",
        "mssqlserver_10061 (7) - Le serveur a refusé.",
      ])
  }

  private static let files: KeyValuePairs = [
    "sql/en-US/10061.md": page("10061", "The server refused.", symbol: "LOGON_FAILED"),
    "sql/en-US/233.md": page("233", "No process."),
    "ledger/en-US/233.md": page("233", "No account.", source: "LEDGER"),
    "sql/en-US/x.md": page("../x", "Out of bounds."),
    "sql/en-US/messages.md": """
    # Messages

    | Error | Severity | Event logged | Description |
    | --- | --- | --- | --- |
    | 105 | 15 | No | Unclosed quotation mark after the character string '%.*ls'. |
    | 106 | 15 | No | Too many table names in the query. |
    | [10061](10061.md) | 16 | No | The server refused. |
    """,
    "sql/fr-FR/10061.md": page("10061", "Le serveur a refusé."),
    "sql/fr-FR/233.md": page("233", "Aucun processus."),
    "sql/fr-FR/9.md": page("9", "Neuf."),
    "sql/pt-BR/10061.md": page("10061", "O servidor recusou."),
    "sql/sr-Latn/10061.md": page("10061", "Server je odbio."),
    "sql/zh-TW/10061.md": page("10061", "伺服器拒絕了"),
  ]

  private static func page(
    _ id: String, _ message: String, source: String = "MSSQLSERVER", symbol: String = ""
  ) -> String {
    """
    ---
    title: "\(source)_\(id)"
    ms.date: 04/05/2020
    ---
    # \(source)_\(id)

    ## <a name="details"></a>Details

    | Attribute | Value |
    | --- | --- |
    | Product Name | SQL Server |
    | Event ID | \(id) |
    | Event Source | \(source) |
    | Symbolic Name | \(symbol) |
    | Message Text | \(message) |

    ## <a name="user-action"></a>User action

    Look who is there. \(String(repeating: "伺服器拒絕了", count: 12))

    ```sql
    EXEC sys.sp_who2 --all
    ```

    """
  }
}
