import Foundation
import TestSupport

/// Holds JSON lines against one of the schemas in `templates/schema`.
struct Schema {
  private let path: String

  init(_ name: String) {
    path =
      URL(filePath: Sandbox.content).deletingLastPathComponent()
      .appending(path: "templates/schema/\(name).schema.json").path
  }

  /// Whether the judge is installed.
  static var isCheckable: Bool { Program(Program.python, "-c", "import jsonschema").isThere() }

  private static let validator = """
    import json, sys
    from jsonschema import validators
    schema = json.load(open(sys.argv[1]))
    kind = validators.validator_for(schema)
    kind.check_schema(schema)
    validator = kind(schema)
    for line in sys.stdin:
        validator.validate(json.loads(line))
    """

  /// What is wrong with the lines; nothing where they are as the schema says.
  func errors(in lines: String) throws -> String {
    let run = try Program(Program.python, "-c", Self.validator, path).run(Array(lines.utf8))
    return run.status == 0 ? "" : String(decoding: run.errors, as: UTF8.self)
  }
}
