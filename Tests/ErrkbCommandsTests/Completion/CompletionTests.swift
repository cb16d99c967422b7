import TestSupport
import Testing

/// What shells complete the words of `errkb` with.
struct CompletionTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private static let lines: [(line: String, offers: [String])] = [
    ("errkb sh", ["show"]),
    ("errkb show 1006", ["10060", "10061"]),
    ("errkb fixes 10061 1845", ["18452", "18456"]),
    ("errkb diff MSSQLSERVER_1006", ["MSSQLSERVER_10060", "MSSQLSERVER_10061"]),
    ("errkb show LOGON_F", ["LOGON_FAILED"]),
    ("errkb show logon_f", ["logon_failed"]),
    ("errkb show 10061 --lang ", ["en-US", "es-ES", "fr-FR", "ja-JP"]),
    ("errkb show 10061 --lang f", ["fr-FR"]),
    ("errkb show 10061 --lang=f", ["fr-FR"]),
    ("errkb show 10061 --lang=fr-FR,j", ["fr-FR,ja-JP"]),
    ("errkb build --output=tre", ["tree"]),
    ("errkb search connexion --lang ja-JP,e", ["ja-JP,en-US", "ja-JP,es-ES"]),
    ("errkb list --missing e", ["en-US", "es-ES"]),
    ("errkb show 10061 --source ", ["MSSQLSERVER"]),
    ("errkb show 10061 --format m", ["man", "markdown"]),
    ("errkb grep --in ca", ["cause"]),
    ("errkb --color a", ["always", "auto"]),
    ("errkb show 10061 --strict-", ["--strict-lang"]),
    ("errkb show --source MSVC 1006", []),
    ("errkb --catalogue nowhere.db show 1006", []),
    ("errkb show $(touch run", []),
  ]

  @Test(
    .enabled(if: CompletingShell.areThere),
    arguments: CompletingShell.allCases, CompletionTests.lines.indices)
  func shellsOfferWhatGoesOn(shell: CompletingShell, index: Int) throws {
    let (line, offers) = Self.lines[index]
    try sandbox.makeFolder("tree")
    #expect(try shell.offers(after: line, in: sandbox, environment: sandbox.asking()) == offers)
    #expect(!sandbox.exists("run"))
  }

  @Test(.enabled(if: CompletingShell.areThere), arguments: CompletingShell.allCases)
  func namesAreNeitherRunNorExpanded(shell: CompletingShell) throws {
    let names = [
      "A$(touch run)", "A`touch run`", "A;touch run", "A{1,2}", "A*", "A'", "A\"", "A\\", "A$HOME",
      "A|touch run", "A touch run", "A:x", "AÉ", "A~", "A=ls", "A[1]", "A&", "A>run", "A_GOOD",
    ]
    for (index, name) in names.enumerated() {
      try sandbox.write(
        """
        ---
        title: MSSQLSERVER_\(index + 1)
        ---
        # MSSQLSERVER_\(index + 1)

        ## Details

        | Attribute | Value |
        | --- | --- |
        | Product Name | SQL Server |
        | Event ID | \(index + 1) |
        | Event Source | MSSQLSERVER |
        | Component | SQLEngine |
        | Symbolic Name | \(name.replacing("|", with: "\\|")) |
        | Message Text | Text. |

        """, to: "content/en-US/\(index + 1).md")
    }
    #expect(try sandbox.run("build --only catalogue").status == 0)
    // They did get there.
    #expect(try sandbox.run(["show", "A$(touch run)"]).status == 0)
    #expect(try shell.offers(after: "errkb show A", in: sandbox) == ["A_GOOD"])
    #expect(try shell.offers(after: "errkb show ", in: sandbox).count == names.count)
    #expect(!sandbox.exists("run"))
  }

  /// The call that the scripts make.
  @Test(arguments: [
    "errkb show 1", "errkb --catalogue gone.db show 1", "errkb --catalogue=. show 1",
  ])
  func isSilentWithoutACatalogue(line: String) throws {
    let call = "---completion show -- positional@0 2 1 \(line)"
    #expect(try sandbox.run(call) == .init(output: "", errors: "", status: 0))
  }

  @Test func damagedCataloguesAreSilentToo() throws {
    let damage =
      "head -c 20000 \"$DB\" >cut.db && $ERRKB ---completion show -- positional@0 2 1 "
      + "errkb show 1 --catalogue cut.db"
    let run = try sandbox.run(script: damage, environment: ["DB": try Sandbox.catalogue.get()])
    #expect(run == .init(output: "", errors: "", status: 0))
  }
}
