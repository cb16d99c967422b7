import Catalogue
import Diagnostics
import TestSupport

/// What content folders come to.
struct Built {
  /// By path.
  let pages: [String: Page]
  let messages: [Message]
  /// `path:line:column: message [rule]`, the path relative to its content folder.
  let diagnostics: [String]
  let rules: [Rule]

  init(_ files: File..., prepare: (String) throws -> Void = { _ in }) throws {
    self = try Self(files, prepare: prepare)
  }

  init(_ files: [File], prepare: (String) throws -> Void = { _ in }) throws {
    self = try Folder(files).whileWritten { root in
      try prepare(root)
      return try Self(folders: [root])
    }
  }

  init(folders: [String]) throws {
    var sink = MemorySink()
    let summary = try CatalogueBuild(folders: folders, jobs: 2).run(into: &sink)
    pages = Dictionary(
      sink.pages.values.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    messages = sink.messages
    rules = summary.diagnostics.map(\.rule)
    func relative(_ text: String) -> String {
      folders.reduce(text) { $0.replacing($1 + "/", with: "").replacing($1, with: "") }
    }
    diagnostics = summary.diagnostics.map {
      "\(relative($0.path)):\($0.position.line):\($0.position.column): \(relative($0.message)) "
        + "[\($0.rule.rawValue)]"
    }
  }

  /// The diagnostics but those of unknown sources: a list that stands alone has none, which is not
  /// what most tests of lists are about.
  var ownDiagnostics: [String] { diagnostics.filter { !$0.hasSuffix("[source-unknown]") } }

  /// The only page.
  var page: Page? { pages.count == 1 ? pages.values.first : nil }
}

/// The text of a page as the documentation set has them.
enum Sample {
  /// A reference page; parts that are nil are left out.
  static func page(
    title: String? = "MSSQLSERVER_10061", heading: String? = "MSSQLSERVER_10061",
    row: String? = "10061", front: String = "", message: String = "No connection.",
    rest: String = ""
  ) -> String {
    var text = "---\n"
    if let title { text += "title: \"\(title)\"\n" }
    text += front + "---\n"
    if let heading { text += "# \(heading)\n\n" }
    text += "## Details\n\n"
    if let row {
      text += """
        |||
        |-|-|
        |Product Name|SQL Server|
        |Event ID|\(row)|
        |Event Source|MSSQLSERVER|
        |Component|SQLEngine|
        |Symbolic Name|N/A|
        |Message Text|\(message)|

        """
    }
    return text + "\n" + rest
  }

  static let name = "en-us/mssqlserver-10061-database-engine-error.md"

  /// A message list in four columns.
  static func list(_ rows: String..., header: String = "Error|Severity|Event logged|Description")
    -> String
  {
    "---\ntitle: \"Errors\"\n---\n# Errors\n\n## Errors 1 to 999\n\n| \(header) |\n"
      + "| :------ | :------| :------| :---- |\n" + rows.joined(separator: "\n") + "\n"
  }
}
