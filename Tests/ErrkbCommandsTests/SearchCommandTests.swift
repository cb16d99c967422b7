import TestSupport
import Testing

struct SearchCommandTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// What is printed, errors after it, kept beside the tests.
  @Test(arguments: [
    ("french", "search connexion refusée --lang fr"),
    ("question", "search why can't my app connect to the server --limit 4"),
    ("japanese", "search 接続 --lang ja --limit 3"),
    ("number", "search 18456 password --lang es --limit 3"),
    ("negative", "search timeout -2 --limit 2"),
    ("json", "search connexion refusée --lang fr --limit 2 --format json"),
    ("role", "search server --in userAction --limit 3"),
    ("fallback", "search truncated --lang fr"),
    ("any", "search tempdb --lang any --limit 3"),
    ("color", "search login failed --color always --limit 2"),
  ])
  func prints(name: String, line: String) throws {
    let run = try sandbox.ask(line)
    #expect(run.status == 0)
    try Golden("SearchCommandTests", "\(name).txt").expect(
      "$ errkb \(line)\n\(run.output)-- errors:\n\(run.errors)".utf8)
  }

  @Test func everyGoldenIsUsed() throws {
    let names = [
      "any", "color", "fallback", "french", "japanese", "json", "negative", "number", "question",
      "role",
    ]
    #expect(try Golden.names(of: "SearchCommandTests") == names.map { "\($0).txt" })
  }

  @Test(arguments: [
    ("search xyzzy", "errkb: nothing found for xyzzy\n"),
    ("search xyzzy --lang fr", "errkb: rien trouvé pour xyzzy\n"),
    ("search truncated --lang fr --strict-lang", "errkb: rien trouvé pour truncated (fr)\n"),
    ("search -foo", "errkb: there is nothing to look for in that\n"),
    ("search -- -foo", "errkb: there is nothing to look for in that\n"),
    ("search ??? -", "errkb: there is nothing to look for in that\n"),
  ])
  func nothingFoundIsStatus1(line: String, errors: String) throws {
    #expect(try sandbox.ask(line) == .init(output: "", errors: errors, status: 1))
  }

  @Test func asksForTheWordThatIsThere() throws {
    let run = try sandbox.ask("search deadlok")
    #expect(run.status == 1)
    #expect(run.errors == "errkb: nothing found for deadlok; did you mean deadlock?\n")
  }

  @Test(arguments: ["search", "search --limit 0 a", "search a --lang f", "search a --in nothing"])
  func wrongUseIsStatus2(line: String) throws {
    let run = try sandbox.ask(line)
    #expect(run.status == 2)
    #expect(run.output == "")
  }

  @Test func anEmptyWordIsWrongUse() throws {
    let run = try sandbox.run(["search", ""], environment: sandbox.asking())
    #expect(run.status == 2)
  }

  @Test func takesItsLanguageFromTheEnvironment() throws {
    let run = try sandbox.ask("search connexion", environment: ["LANG": "fr_FR.UTF-8"])
    #expect(run.errors.contains("événement"))
  }

  @Test func aReaderThatLeavesIsNoFailure() throws {
    let script = "$ERRKB search server | head -n 1 >/dev/null; echo ${PIPESTATUS[0]}"
    #expect(try sandbox.run(script: script, environment: sandbox.asking()).output == "0\n")
  }

  @Test(.enabled(if: Self.python.isThere(), "python3 or its jsonschema is missing"))
  func agreesWithTheSchema() throws {
    var lines = ""
    for line in [
      "search connexion --lang fr", "search 接続 --lang ja", "search truncated --lang fr",
      "search 105",
    ] {
      lines += try sandbox.ask("\(line) --format json").output
    }
    let program = Program(Program.python, "-c", Self.validation, Self.schemaPath)
    let result = try program.run(Array(lines.utf8))
    #expect(result.status == 0, "\(String(decoding: result.errors, as: UTF8.self))")
    #expect(lines.contains("\"requestedLocale\":\"fr\""))
  }

  private static let python = Program(Program.python, "-c", "import jsonschema")

  private static let schemaPath =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/") + "/templates/schema/search.schema.json"

  /// Checks lines against the schema, and that hits lie in their extract, in order and apart.
  private static let validation = """
    import json, sys
    from jsonschema import Draft202012Validator
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    for line in sys.stdin.buffer:
        result = json.loads(line.decode("utf-8"))
        Draft202012Validator(schema).validate(result)
        end = 0
        for hit in result["hits"]:
            assert end <= hit["start"] < hit["end"] <= len(result["extract"])
            end = hit["end"] + 1
    """
}
