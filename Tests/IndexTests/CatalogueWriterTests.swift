import Catalogue
import Index
import Testing

struct CatalogueWriterTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path + "/catalogue.db"
  }

  @Test func leavesOneSoundFile() throws {
    try SampleCatalogue.write(to: path)
    #expect(try folder.names == ["catalogue.db"])
    #expect(try sqlite3(path, "PRAGMA integrity_check") == ["ok"])
    #expect(try sqlite3(path, "PRAGMA foreign_key_check") == [])
  }

  @Test func writesTheSameBytesForTheSameCalls() throws {
    try SampleCatalogue.write(to: path)
    try SampleCatalogue.write(to: folder.path + "/again.db")
    #expect(try folder.bytes(of: "catalogue.db") == folder.bytes(of: "again.db"))
  }

  @Test(arguments: [
    (
      "SELECT key, value FROM meta WHERE key <> 'program_version'",
      [
        "default_locale|en-US", "events|8", "messages|5", "pages|10", "schema_version|3",
        "search|2 4 en-US 9 fr-FR 3 ja-JP 2",
      ]
    ),
    (
      "SELECT source, event_id, locales FROM event",
      [
        "MSSQLSERVER|-2|en-US", "MSSQLSERVER|105|en-US fr-FR", "MSSQLSERVER|10060|en-US",
        "MSSQLSERVER|10061|en-US fr-FR ja-JP", "MSSQLSERVER|11001|en-US",
        "MSSQLSERVER|18456|fr-FR ja-JP", "MSVC|C2065|en-US", "WINSOCK|10061|en-US",
      ]
    ),
    (
      "SELECT event_id, rank, page FROM event_page WHERE event_id = 10060 ORDER BY rank",
      [
        "10060|0|1", "10060|1|10", "10060|2|4",
      ]
    ),
    ("SELECT drift, severity, logged FROM page WHERE number = 3", ["cause user-action|16|0"]),
    ("SELECT position, target, event FROM link", ["1|a.md|", "2|10060.md|MSSQLSERVER_10060"]),
    (
      "SELECT position, section, text, replace(code, char(10), '/'), line FROM fix LIMIT 1",
      [
        "1|1|Start the server.|a//b|12"
      ]
    ),
    (
      "SELECT role, anchor, title, text FROM section LIMIT 1",
      [
        "userAction|user-action|User Action|Start the server."
      ]
    ),
    ("SELECT name, event_id FROM symbolic_name", ["LOGON_FAILED|18456", "TCP_REFUSED|10061"]),
    ("SELECT state_from, state_to, text FROM state", ["38|40|base introuvable"]),
    ("SELECT count(*) FROM page_body", ["10"]),
    (
      "SELECT locale, kind, text FROM edition WHERE event_id = 105",
      [
        "en-US|message|Unclosed quotation mark", "fr-FR|message|Guillemet non fermé",
      ]
    ),
    ("SELECT * FROM coverage WHERE locale = 'fr-FR'", ["MSSQLSERVER|fr-FR|2|1|0"]),
  ])
  func answersInPlainSQL(query: String, lines: [String]) throws {
    try SampleCatalogue.write(to: path)
    #expect(try sqlite3(path, query) == lines)
  }

  @Test func explainsItsTables() throws {
    try SampleCatalogue.write(to: path)
    let schema = try sqlite3(path, ".schema")
    #expect(schema.contains("CREATE TABLE fix ( -- one thing to try"))
    #expect(schema.contains("  symbolic_name TEXT,"))
  }

  @Test func leavesTheFormerCatalogueWhereItIsNotFinished() throws {
    try SampleCatalogue.write(to: path)
    let former = try folder.bytes(of: "catalogue.db")
    do {
      let writer = try CatalogueWriter(path: path)
      try writer.insert(SampleCatalogue.pages[0], number: 1)
      #expect(try folder.names.count == 2)
    }
    #expect(try folder.names == ["catalogue.db"])
    #expect(try folder.bytes(of: "catalogue.db") == former)
  }

  @Test func replacesTheFormerCatalogueUnderItsReaders() throws {
    try SampleCatalogue.write(to: path)
    let reader = try CatalogueReader(path: path)
    try CatalogueWriter(path: path).finish(
      defaultLocale: SampleCatalogue.french, programVersion: "1.0")
    #expect(try reader.keys(matching: "105").count == 1)
    #expect(try CatalogueReader(path: path).keys(matching: "105") == [])
  }

  @Test func saysWhyItCannotWrite() throws {
    let path = folder.path + "/none/catalogue.db"
    #expect(throws: CatalogueError.unwritable(path: path, reason: "No such file or directory")) {
      try CatalogueWriter(path: path)
    }
  }

  @Test func leavesNothingWhereItsPlaceIsTaken() throws {
    // A folder is not replaced by a file.
    let taken = try TemporaryFolder(in: folder.path)
    #expect(throws: CatalogueError.unwritable(path: taken.path, reason: "Is a directory")) {
      try SampleCatalogue.write(to: taken.path)
    }
    #expect(try folder.names.count == 1)
  }
}
