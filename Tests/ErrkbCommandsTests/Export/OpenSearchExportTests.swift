import Foundation
import TestSupport
import Testing

/// `errkb export --format opensearch`: what `_bulk` takes.
struct OpenSearchExportTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private typealias JSON = [String: Any]

  /// A document with the index and the ID that its action gives it.
  private struct Document {
    var index: String
    var id: String
    var body: JSON
  }

  private func object(_ text: some StringProtocol) throws -> JSON {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? JSON)
  }

  /// The documents of a request, line by line.
  private func documents(_ request: String) throws -> [Document] {
    #expect(request.hasSuffix("}\n"))
    let lines = request.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count.isMultiple(of: 2))
    return try stride(from: 0, to: lines.count - 1, by: 2).map { place in
      let action = try object(lines[place])
      #expect(action.keys.sorted() == ["index"])
      let target = try #require(action["index"] as? [String: String])
      #expect(target.keys.sorted() == ["_id", "_index"])
      return Document(
        index: try #require(target["_index"]), id: try #require(target["_id"]),
        body: try object(lines[place + 1]))
    }
  }

  /// Whether a value is one that a field of a mapping takes.
  private func fits(_ value: Any, _ field: JSON) -> Bool {
    if let list = value as? [Any] { return list.allSatisfy { fits($0, field) } }
    switch field["type"] as? String {
    case "text", "keyword": return value is String
    case "integer": return (value as? Int).map { Int32(exactly: $0) != nil } ?? false
    case "boolean": return value is Bool
    case "date": return (value as? String)?.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil
    default: return false
    }
  }

  @Test(.enabled(if: Schema.isCheckable)) func everyLineMatchesTheSchema() throws {
    let schema = Schema("opensearch")
    #expect(try schema.errors(in: try sandbox.ask("export --format opensearch").output) == "")
    let catalogue = try HostilePages.build(in: sandbox)
    let run = try sandbox.run("export --format opensearch --catalogue \(catalogue)")
    #expect(try schema.errors(in: run.output) == "")
  }

  @Test(arguments: [false, true])
  func everyDocumentFitsItsIndex(isHostile: Bool) throws {
    let environment =
      isHostile
      ? ["ERRKB_CATALOGUE": try HostilePages.build(in: sandbox)] : try sandbox.asking()
    let run = try sandbox.run("export --format opensearch -o data", environment: environment)
    #expect(run == .init(output: "", errors: "", status: 0))
    var seen: Set<String> = []
    var pages: Set<String> = []
    var parents: Set<String> = []
    var kinds: [String: Int] = [:]
    let names = try sandbox.names(in: "data").filter { $0 != ".errkb" }
    for name in names where name.hasSuffix(".ndjson") {
      let bytes = try sandbox.bytes(of: "data/\(name)")
      #expect(bytes.count <= 8 << 20)
      let index = name.dropLast("-001.ndjson".count)
      let definition = try object(
        String(decoding: try sandbox.bytes(of: "data/\(index).index.json"), as: UTF8.self))
      let mappings = try #require(definition["mappings"] as? JSON)
      #expect(mappings["dynamic"] as? String == "strict")
      let fields = try #require(mappings["properties"] as? [String: JSON])
      for document in try documents(String(decoding: bytes, as: UTF8.self)) {
        #expect(document.index == index)
        #expect(document.id.utf8.count <= 512)
        #expect(seen.insert(document.id).inserted)
        for (name, value) in document.body {
          let field = try #require(fields[name], "\(name) of \(document.id)")
          #expect(fits(value, field), "\(name) of \(document.id)")
        }
        let type = try #require(document.body["type"] as? String)
        kinds[type, default: 0] += 1
        if type == "page" { pages.insert(document.id) }
        if let page = document.body["page"] as? String { parents.insert(page) }
      }
    }
    #expect(parents.isSubset(of: pages))
    #expect(kinds.keys.sorted() == ["fix", "message", "page"])
    // As many of each as the catalogue itself tells of.
    let lines = try sandbox.run("export", environment: environment).output.split(separator: "\n")
    let objects = try lines.map(object)
    let rows = objects.filter { $0["kind"] as? String == "message" }
    #expect(kinds["message"] == rows.count)
    #expect(kinds["page"] == objects.count - rows.count)
    #expect(kinds["fix"] == objects.reduce(0) { $0 + (($1["fixes"] as? [Any])?.count ?? 0) })
  }

  @Test func standardOutputHasTheRequestsAlone() throws {
    #expect(try sandbox.ask("export --format opensearch -o data").status == 0)
    let stream = try documents(try sandbox.ask("export --format opensearch").output)
    var files: [Document] = []
    for name in try sandbox.names(in: "data") where name.hasSuffix(".ndjson") {
      files += try documents(String(decoding: try sandbox.bytes(of: "data/\(name)"), as: UTF8.self))
    }
    #expect(
      stream.map { "\($0.index)/\($0.id)" }.sorted()
        == files.map { "\($0.index)/\($0.id)" }.sorted())
  }

  @Test func eachLanguageHasItsAnalyzer() throws {
    #expect(try sandbox.ask("export --format opensearch -o data").status == 0)
    for (index, analyzer) in [
      ("errkb-en", "english"), ("errkb-fr", "french"), ("errkb-es", "spanish"), ("errkb-ja", "cjk"),
    ] {
      let definition = try object(
        String(decoding: try sandbox.bytes(of: "data/\(index).index.json"), as: UTF8.self))
      let analysis = (definition["settings"] as? JSON)?["analysis"] as? JSON
      let analyzers = analysis?["analyzer"] as? [String: [String: String]]
      #expect(analyzers == ["errkb_text": ["type": analyzer]])
      let fields = (definition["mappings"] as? JSON)?["properties"] as? [String: JSON]
      #expect(fields?["text"]?["analyzer"] as? String == "errkb_text")
      #expect(fields?["ids"]?["type"] as? String == "keyword")
      #expect(fields?["symbolicName"]?["type"] as? String == "keyword")
    }
    let catalogue = try HostilePages.build(in: sandbox)
    #expect(
      try sandbox.run("export --format opensearch -o more --catalogue \(catalogue)").status == 0)
    let brazilian = String(
      decoding: try sandbox.bytes(of: "more/errkb-pt-br.index.json"), as: UTF8.self)
    #expect(brazilian.contains(#""errkb_text":{"type":"brazilian"}"#))
  }
}
