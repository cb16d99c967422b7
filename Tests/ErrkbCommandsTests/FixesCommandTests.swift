import Foundation
import TestSupport
import Testing

/// A small content: a reference page, a guide and a thread in English, the first two in French.
struct FixesCommandTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    for (name, text) in Self.files { try sandbox.write(text, to: "content/\(name)") }
    let run = try sandbox.run("build content -o built --only catalogue")
    #expect(run.status == 0, "\(run)")
    #expect(run.errors.contains("error:") == false)
  }

  private func ask(_ line: String) throws -> Sandbox.Run {
    try sandbox.run(line, environment: ["ERRKB_CATALOGUE": "built/catalogue.db"])
  }

  @Test(arguments: [
    ("fixes 10061", "10061-en.txt"), ("fixes 10061 --lang fr", "10061-fr.txt"),
    ("fixes 10061 --format json", "10061-en.json"), ("fixes 53", "53-en.txt"),
    ("show 10061", "show-10061-en.txt"), ("show 10061 --lang fr", "show-10061-fr.txt"),
    ("show 10061 --section userAction --lang fr --width 50", "section-10061-fr-50.txt"),
    ("show 10061 --format json", "show-10061-en.json"),
    ("show 10061 --format markdown", "show-10061-en.md"),
    ("show 10061 --format html", "show-10061-en.html"),
    ("show 10061 --section userAction --format markdown", "section-10061-en.md"),
    ("show 10061 --section userAction --format html", "section-10061-en.html"),
    ("show 10061 --section userAction --format json", "section-10061-en.json"),
    ("fixes 18456 --state 38", "18456-38-en.txt"),
    ("fixes 18456 --state 38 --format json", "18456-38-en.json"),
    ("show 18456 --state 38 --format markdown", "show-18456-38-en.md"),
    ("show 10061 --lang fr --format man", "show-10061-fr.7"),
    ("show 10061 --section userAction --format man", "section-10061-en.7"),
  ])
  func printsAsRecorded(line: String, golden: String) throws {
    let run = try ask(line)
    #expect(run.status == 0)
    try Golden("Fixes", golden).expect(Array(run.output.utf8))
  }

  @Test func noGoldenIsLeftBehind() throws {
    #expect(
      try Golden.names(of: "Fixes") == [
        "10061-en.json", "10061-en.txt", "10061-fr.txt", "18456-38-en.json", "18456-38-en.txt",
        "53-en.txt", "section-10061-en.7", "section-10061-en.html", "section-10061-en.json",
        "section-10061-en.md",
        "section-10061-fr-50.txt", "show-10061-en.html", "show-10061-en.json", "show-10061-en.md",
        "show-10061-en.txt", "show-10061-fr.7", "show-10061-fr.txt", "show-18456-38-en.md",
      ])
  }

  @Test func removingAGuideRemovesItsWords() throws {
    let before = try supports()
    // With the French one left, that would be shown for want of an English one.
    for locale in ["en-US", "fr-FR"] {
      try FileManager.default.removeItem(
        atPath: "\(sandbox.path)/content/\(locale)/guides/refused.md")
    }
    let build = try sandbox.run("build content -o built --only catalogue")
    #expect(build.status == 0)
    #expect(try supports() == before.filter { !$0.hasPrefix("en-US/guides/refused.md:") })
    #expect(before.contains { $0.hasPrefix("en-US/guides/refused.md:") })
  }

  /// Whatever is listed stands in its file, byte for byte, and begins on the line that is named.
  @Test func everyWordStandsInItsFile() throws {
    for support in try supports() {
      let parts = support.split(separator: ":", maxSplits: 2).map(String.init)
      let text = String(decoding: try sandbox.bytes(of: "content/\(parts[0])"), as: UTF8.self)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let number = try #require(Int(parts[1]))
      let rest = lines[(number - 1)...].joined(separator: "\n")
      let place = try #require(rest.firstRange(of: parts[2]))
      #expect(!rest[..<place.lowerBound].contains("\n"))
    }
  }

  private func supports() throws -> Set<String> {
    let object = try JSONSerialization.jsonObject(
      with: Data(try ask("fixes 10061 --format json").output.utf8))
    let fixes = try #require((object as? [String: Any])?["fixes"] as? [[String: Any]])
    return Set(
      fixes.flatMap { $0["supports"] as? [[String: Any]] ?? [] }.map {
        "\($0["path"] ?? ""):\($0["line"] ?? ""):\($0["text"] ?? "")"
      })
  }

  @Test func nothingToDoIsStatus1() throws {
    let unknown = try ask("fixes 99999")
    #expect(unknown.status == 1)
    #expect(unknown.output == "")
    let run = try ask("fixes 233")
    #expect(run.status == 1)
    #expect(run.errors == "errkb: no section userAction in MSSQLSERVER_233\n")
    #expect(try ask("fixes").status == 2)
    #expect(try ask("fixes 10061 --state -1").status == 2)
    #expect(try ask("fixes 10061 --format html").status == 2)
  }

  @Test func takesNegativeNumbers() throws {
    #expect(try ask("fixes -2 --lang en").errors.hasPrefix("errkb: no event -2"))
  }

  @Test(.enabled(if: Schema.isCheckable, "python3 or its jsonschema is missing"))
  func fitsItsSchema() throws {
    let fixes =
      try ask("fixes 10061 53 --format json --lang fr").output
      + ask("fixes 18456 --state 38 --format json").output
    #expect(try Schema("fixes").errors(in: fixes) == "")
    let pages = try ["", " --section userAction", " --lang fr"].map {
      try ask("show 10061 18456 --format json" + $0).output
    }
    #expect(try Schema("page").errors(in: pages.joined()) == "")
  }

  private static func front(_ title: String, _ rest: String = "") -> String {
    "---\ntitle: \(title)\n\(rest)---\n# \(title)\n\n"
  }

  private static let files = [
    "en-US/10061.md": front("MSSQLSERVER_10061") + """
      > No connection could be made.

      ## Explanation

      No program is listening.

      ## User Action

      Try one of these:

      - Make sure that the server is started.
      - Open port 1433 in the firewall.

      > [!NOTE]
      > A local connection proves little.

      ## See Also

      [MSSQLSERVER_53](53.md)

      """,
    "en-US/53.md": front("MSSQLSERVER_53") + """
      > The network path was not found.

      ## User Action

      Check the name of the server.

      """,
    "en-US/18456.md": front("MSSQLSERVER_18456") + """
      > Login failed.

      ## States

      | State | Meaning |
      | --- | --- |
      | 8 | The password is wrong. |
      | 38 | The database is not there. |

      ## User Action

      - Read the error log.
      - States 8 and 9: correct the password.
      - State 38: correct the name of the database.

        ```sql
        SELECT name FROM sys.databases;
        ```

      """,
    "en-US/guides/login.md": front("Login failed", "kind: guide\nevents: [18456]\n") + """
      ## How to fix it

      ### State 38, the database

      Correct the name of the database in the connection string.

      ### State 40, the default database

      Choose another one.

      """,
    "en-US/233.md": front("MSSQLSERVER_233") + "> No process.\n",
    "fr-FR/10061.md": front("MSSQLSERVER_10061") + """
      > Aucune connexion n’a pu être établie.

      ## <a name="user-action"></a>Action de l’utilisateur

      Assurez-vous que le serveur a été démarré.

      """,
    "en-US/guides/refused.md": front(
      "Cannot connect", "kind: guide\nevents: [10061, 53]\nsections:\n  53: [check-the-name]\n")
        + """
        Two numbers, two causes.

        ## Why it happens

        The machine said no.

        ## How to fix it

        ### Start the server

        As administrator.

        ```console
        net start MSSQLSERVER
        ```

        ### Check the name

        Ask the name server.

        ## How to prevent it

        Start it automatically.

        """,
    "fr-FR/guides/refused.md": front(
      "Connexion impossible", "kind: guide\nevents: [10061]\n")
        + """
        ## Comment résoudre le problème

        ### Démarrer le serveur

        ```console
        net start MSSQLSERVER
        ```

        """,
    "en-US/threads/refused.md": front(
      "Refused", "kind: thread\nevents: [10061]\ndate: 2006-03-01\n")
        + """
        ## Problem

        It is refused at once.

        ## Replies

        ### 1. Ann · 2006-03-02

        Opening port 1433 in the Windows firewall did the trick. SQL Server 2005 Express.

        ### 2. Ben

        I opened port 1433 in the firewall, still no luck.

        ### 3. Cid · 2007-01-02

        I changed the password of the service account. It worked.

        ### 4.

        Does this work with a named instance?

        """,
  ]
}
