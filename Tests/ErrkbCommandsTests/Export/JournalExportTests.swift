import Foundation
import TestSupport
import Testing

/// `errkb export --format catalog`: what the systemd journal reads.
struct JournalExportTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private static let journalctl = Program("journalctl", "--version")

  /// The number of an event, as Python makes it.
  private func number(_ event: String) throws -> String {
    let script = "import sys, uuid; print(uuid.uuid5(uuid.NAMESPACE_URL, sys.argv[1]).hex)"
    let run = try Program(Program.python, "-c", script, event).run()
    return String(decoding: run.output, as: UTF8.self).trimmingCharacters(in: .newlines)
  }

  /// What the journal prints, of a file as the catalogue without a language.
  private func journal(_ file: String, _ command: String) throws -> Sandbox.Run {
    let script = """
      root=$PWD/root; rm -rf $root; mkdir -p $root/usr/lib/systemd/catalog $root/var/lib/systemd/catalog
      cp \(file) $root/usr/lib/systemd/catalog/errkb.catalog
      journalctl --root=$root --update-catalog && journalctl --no-pager --root=$root \(command)
      """
    return try sandbox.run(script: script)
  }

  private func entries(_ list: Sandbox.Run) -> Int { list.output.split(separator: "\n").count }

  @Test(.enabled(if: journalctl.isThere()))
  func theJournalReadsEveryEventOfEachLanguage() throws {
    #expect(
      try sandbox.ask("export --format catalog -o data") == .init(output: "", errors: "", status: 0)
    )
    #expect(
      try sandbox.names(in: "data")
        == [".errkb", "errkb.catalog", "errkb.es.catalog", "errkb.fr.catalog", "errkb.ja.catalog"])
    let events = try sandbox.ask("list --format json").output.split(separator: "\n")
    for (file, locale) in [
      ("errkb.catalog", ""), ("errkb.fr.catalog", "fr-FR"), ("errkb.ja.catalog", "ja-JP"),
    ] {
      let list = try journal("data/\(file)", "--list-catalog")
      #expect(list.status == 0)
      #expect(list.errors == "")
      #expect(entries(list) == events.count { $0.contains("\"\(locale)") })
    }
    let one = try journal(
      "data/errkb.fr.catalog", "--dump-catalog \(number("errkb://MSSQLSERVER/10061"))")
    let lines = one.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines.dropFirst().first?.hasPrefix("Subject: MSSQLSERVER_10061: Une erreur s'est") == true)
    #expect(lines.contains("Defined-By: MSSQLSERVER"))
    #expect(lines.contains("Support: errkb show MSSQLSERVER_10061"))
    #expect(lines.contains { $0.hasPrefix("MSSQLSERVER_10061  ·  fr-FR") })
  }

  @Test(.enabled(if: journalctl.isThere()))
  func noPageMakesAnEntryOrALineOfItsOwn() throws {
    let catalogue = try HostilePages.build(in: sandbox)
    #expect(
      try sandbox.run("export --format catalog -o data --catalogue \(catalogue)")
        == .init(output: "", errors: "", status: 0))
    #expect(
      try sandbox.names(in: "data") == [".errkb", "errkb.catalog", "errkb.pt_BR.catalog"])
    let list = try journal("data/errkb.catalog", "--list-catalog")
    #expect(list.status == 0)
    #expect(list.errors == "")
    let numbers = try ["4711", "4712", "4713", "4714"].map {
      try number("errkb://MSSQLSERVER/\($0)")
    }
    #expect(list.output.split(separator: "\n").map { String($0.prefix(32)) } == numbers.sorted())
    // What comes back is all that went in: nothing was taken for a comment or a field.
    let entry = try journal("data/errkb.catalog", "--dump-catalog \(numbers[0])").output
    for text in ["Subject: forged", "# no comment", "; nor this", "@\u{2060}MESSAGE@"] {
      #expect(entry.contains(text))
    }
    #expect(entry.filter { !$0.isWhitespace }.components(separatedBy: "long").count == 400_001)
    #expect(entry.split(separator: "\n").allSatisfy { $0.utf8.count <= 4100 })
    #expect(!entry.unicodeScalars.contains("\u{1B}"))
  }
}
