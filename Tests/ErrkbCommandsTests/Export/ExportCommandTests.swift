import Foundation
import TestSupport
import Testing

struct ExportCommandTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test(
    .enabled(if: Schema.isCheckable),
    arguments: ["export", "show 10061 18456 105 --lang de --format json", "show 1 --format json"])
  func jsonMatchesTheSchema(line: String) throws {
    #expect(try Schema("page").errors(in: try sandbox.ask(line).output) == "")
  }

  /// Python's reader, and SQLite's, find as many rows as there are lines of JSON, and the same text.
  @Test func readersOfTablesReadTheCSV() throws {
    let script = """
      $ERRKB export --format csv -o data.csv && $ERRKB export -o data.jsonl
      sqlite3 :memory: '.import --csv data.csv data' \
        'SELECT count(*), count(DISTINCT kind), sum(length(message)) FROM data'
      /usr/bin/python3 - <<'END'
      import csv, json
      rows = list(csv.DictReader(open("data.csv", newline="", encoding="utf-8"), strict=True))
      objects = [json.loads(line) for line in open("data.jsonl", encoding="utf-8")]
      assert len(rows) == len(objects)
      for row, object in zip(rows, objects):
          assert None not in row and None not in row.values(), row
          assert row["kind"] == object["kind"] and row["source"] == object["source"]
          assert row["id"].lstrip("'") == " ".join(object["ids"]).lstrip("'"), row
          assert row["fixes"].count(chr(10)) + (row["fixes"] != "") >= len(
              [fix for fix in object.get("fixes", []) if fix["text"]]), row
      print(f"{len(rows)}|{len({row['kind'] for row in rows})}|"
            f"{sum(len(row['message']) for row in rows)}")
      END
      """
    let run = try sandbox.run(script: script, environment: sandbox.asking())
    let lines = run.output.split(separator: "\n")
    #expect(run.status == 0, "\(run.errors)")
    #expect(lines.count == 2)
    #expect(lines.first == lines.last)
  }

  @Test func writesALineAPageAndAMessage() throws {
    let run = try sandbox.ask("export")
    let lines = run.output.split(separator: "\n")
    #expect(run.errors == "")
    #expect(lines.allSatisfy { $0.hasPrefix(#"{"schema":1,"kind":""#) && $0.hasSuffix("}") })
    #expect(lines.contains { $0.hasPrefix(#"{"schema":1,"kind":"message","#) })
  }

  @Test func aFileHoldsWhatStandardOutputWouldHave() throws {
    for format in ["jsonl", "csv"] {
      let output = try sandbox.ask("export --format \(format)").output
      #expect(
        try sandbox.ask("export --format \(format) -o data")
          == .init(output: "", errors: "", status: 0))
      #expect(try sandbox.bytes(of: "data") == Array(output.utf8))
    }
    #expect(try sandbox.names(in: "") == ["data"])
    #expect(try sandbox.ask("export -o -") == sandbox.ask("export"))
  }

  @Test func writesThroughLinksAndToDevices() throws {
    let script = """
      touch file && ln -s file link && $ERRKB export -o link && test -L link && test -s file
      $ERRKB export --format csv -o /dev/stdout | head -c 5
      """
    #expect(
      try sandbox.run(script: script, environment: sandbox.asking())
        == .init(output: "kind,", errors: "", status: 0))
  }

  @Test(arguments: [
    ("-o /dev/full", "errkb: /dev/full: No space left on device\n"),
    ("> /dev/full", "errkb: standard output: No space left on device\n"),
    ("-o gone/file", "errkb: gone/file: No such file or directory\n"),
    ("-o .", "errkb: .: Is a directory\n"),
    ("--format opensearch > /dev/full", "errkb: standard output: No space left on device\n"),
    (
      "--format docset",
      "errkb: --format docset writes a folder: name it with --output\n"
    ),
    (
      "--format catalog -o -",
      "errkb: --format catalog writes a folder: name it with --output\n"
    ),
  ])
  func saysInOneLineWhyItCannotWrite(options: String, error: String) throws {
    let run = try sandbox.run(script: "$ERRKB export \(options)", environment: sandbox.asking())
    #expect(run.output == "")
    #expect(run.errors.hasPrefix(error))
    #expect(run.status == 2)
    #expect(try sandbox.names(in: "") == [])
  }

  @Test(arguments: ["opensearch", "docset", "catalog"])
  func aFolderThatErrkbDidNotMakeStays(format: String) throws {
    try sandbox.write("mine", to: "data/file")
    let run = try sandbox.ask("export --format \(format) -o data")
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("errkb: 'data' holds 'file', which errkb did not write"))
    #expect(try sandbox.names(in: "data") == ["file"])

    // Nor does a build give way to an export.
    #expect(try sandbox.run("build \(Sandbox.content) -o built --only catalogue").status == 0)
    let other = try sandbox.ask("export --format \(format) -o built")
    #expect(
      other == .init(output: "", errors: "errkb: built: Holds a build, catalogue.db\n", status: 2))
    #expect(try sandbox.exists("built/catalogue.db"))
    #expect(try sandbox.names(in: "") == ["built", "data"])
  }

  @Test func oneExportTakesThePlaceOfAnother() throws {
    #expect(try sandbox.ask("export --format docset -o data").status == 0)
    #expect(try sandbox.ask("export --format catalog -o data").status == 0)
    #expect(
      try sandbox.names(in: "data")
        == [".errkb", "errkb.catalog", "errkb.es.catalog", "errkb.fr.catalog", "errkb.ja.catalog"])
    #expect(try sandbox.names(in: "") == ["data"])
  }
}
