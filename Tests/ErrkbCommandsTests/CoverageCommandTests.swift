import Foundation
import TestSupport
import Testing

struct CoverageCommandTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func page(_ id: Int, _ locale: String, sections: String = "## Cause\nIt is down.\n")
    -> File
  {
    File(
      "content/\(locale)/mssqlserver-\(id)-database-engine-error.md",
      """
      ---
      title: "MSSQLSERVER_\(id)"
      ms.contentlocale: \(locale)
      ms.translationtype: \(locale == "en-us" ? "HT" : "MT")
      ---
      # MSSQLSERVER_\(id)

      \(sections)
      """)
  }

  /// Runs the command on three English pages and two French ones, one of them without its cause.
  private func ask(_ options: String) throws -> Sandbox.Run {
    try Folder(
      page(1, "en-us"), page(2, "en-us"), page(3, "en-us"), page(1, "fr-fr"),
      page(2, "fr-fr", sections: "## Explication\nIl est arrêté.\n"), page(10, "fr-fr")
    ).whileWritten { folder in
      let build = try sandbox.run([
        "build", "--only", "catalogue", "\(folder)/content", "-o", "out",
      ])
      #expect(build.status == 0, "\(build)")
      return try sandbox.run("coverage --catalogue out/catalogue.db \(options)")
    }
  }

  @Test func isATableWithABarForEachLocale() throws {
    #expect(
      try ask("")
        == .init(
          output: """
            MSSQLSERVER   pages            drifted  machine  missing
              en-US       █████████    3         0        0        1
              fr-FR       █████████    3         1        3        1

            """, errors: "", status: 0))
  }

  @Test func isAnObjectForEachSourceAndLocaleInJSON() throws {
    let run = try ask("--format json")
    #expect(
      run.output == """
        {"schema":1,"kind":"coverage","source":"MSSQLSERVER","locale":"en-US","pages":3,"events":3,\
        "missing":1,"drifted":0,"machineTranslated":0,"messages":0}
        {"schema":1,"kind":"coverage","source":"MSSQLSERVER","locale":"fr-FR","pages":3,"events":3,\
        "missing":1,"drifted":1,"machineTranslated":3,"messages":0}

        """)
    #expect(run.status == 0)
  }

  @Test(.enabled(if: Schema.isCheckable))
  func isAsItsSchemaSays() throws {
    let run = try sandbox.ask("coverage --format json")
    #expect(run.output.split(separator: "\n").count > 3)
    #expect(try Schema("coverage").errors(in: run.output) == "")
    #expect(try Schema("coverage").errors(in: #"{"schema":1,"kind":"coverage"}"#) != "")
  }

  @Test func agreesWithTheListOfWhatIsMissing() throws {
    let rows = try sandbox.ask("coverage --format json").output.split(separator: "\n")
    let french = try #require(
      rows.first { $0.contains(#""source":"MSSQLSERVER","locale":"fr-FR""#) })
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(french.utf8)) as? [String: Any])
    let listed = try sandbox.ask("list --lang fr --source MSSQLSERVER --format json").output
    let pages = listed.split(separator: "\n").filter { $0.contains("\"title\":\"MSSQLSERVER_") }
    #expect(object["events"] as? Int == pages.count)
  }

  @Test(arguments: ["--format csv", "--lang fr", "extra"])
  func wrongUseIsStatus2(options: String) throws {
    let run = try sandbox.ask("coverage \(options)")
    #expect(run.status == 2)
    #expect(run.output == "")
  }
}
