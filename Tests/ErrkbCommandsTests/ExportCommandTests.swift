import Foundation
import TestSupport
import Testing

struct ExportCommandTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private static let python = Program(Program.python, "-c", "import jsonschema")

  /// Reads objects, a line each, and holds them against a schema.
  private static let validator = """
    import json, sys
    from jsonschema import validators
    schema = json.load(open(sys.argv[1]))
    validator = validators.validator_for(schema)(schema)
    for line in sys.stdin:
        validator.validate(json.loads(line))
    """

  @Test(
    .enabled(if: python.isThere()),
    arguments: ["export", "show 10061 18456 105 --lang de --format json", "show 1 --format json"])
  func jsonMatchesTheSchema(line: String) throws {
    let schema = URL(filePath: Sandbox.content).deletingLastPathComponent()
      .appending(path: "templates/schema/page.schema.json").path
    let run = try sandbox.ask(line)
    let verdict = try Program(Program.python, "-c", Self.validator, schema).run(
      Array(run.output.utf8))
    #expect(String(decoding: verdict.errors, as: UTF8.self) == "")
    #expect(verdict.status == 0)
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
  ])
  func saysInOneLineWhyItCannotWrite(options: String, error: String) throws {
    let run = try sandbox.run(script: "$ERRKB export \(options)", environment: sandbox.asking())
    #expect(run == .init(output: "", errors: error, status: 2))
    #expect(try sandbox.names(in: "") == [])
  }
}
