import TestSupport

/// What cmark-gfm makes of a text, in the words of `Document.outline`.
struct GFMOutline {
  static let program = Program("cmark-gfm", "-e", "table", "-t", "xml")
  /// Whether there is anyone to ask; says so where not.
  static let isAvailable = program.isThere()

  private struct Refusal: Error {
    let reason: String
  }

  private(set) var lines: [String] = []
  private var depth = 0
  private var alignments: [String] = []
  private var isInHeader = false
  private var column = 0

  /// Asks cmark-gfm.
  init(of text: String) throws {
    let result = try Self.program.run(Array(text.utf8))
    guard result.status == 0 else {
      throw Refusal(reason: String(decoding: result.errors, as: UTF8.self))
    }
    // Each tag stands on a line of its own; code may go on over several.
    var rest = String(decoding: result.output, as: UTF8.self)[...]
    while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      let next = rest.firstIndex(of: "<") ?? rest.endIndex
      read(tag, content: String(rest[..<next]))
    }
  }

  var outline: String { lines.joined(separator: "\n") }

  private mutating func read(_ tag: Substring, content: String) {
    if tag.hasPrefix("?") || tag.hasPrefix("!") { return }
    let isClosed = tag.hasSuffix("/")
    let words = tag.drop { $0 == "/" }
    let name = words.prefix { $0 != " " && $0 != "/" }
    if name == "document" { return }
    if tag.hasPrefix("/") {
      if !Self.holdText.contains(String(name)) { depth -= 1 }
      return
    }
    let line = describe(String(name), String(words), content: isClosed ? "" : content)
    let indent = String(repeating: "  ", count: depth)
    // cmark-gfm leaves text in pieces.
    if name == "text", let last = lines.last, last.hasPrefix(indent + "text \"") {
      lines[lines.count - 1] = String(last.dropLast() + line.dropFirst("text \"".count))
    } else {
      lines.append(indent + line)
    }
    if !isClosed, !Self.holdText.contains(String(name)) { depth += 1 }
  }

  private static let holdText: Set<String> = [
    "text", "code", "code_block", "html_inline", "html_block",
  ]

  private mutating func describe(_ name: String, _ tag: String, content: String) -> String {
    func attribute(_ name: String) -> String? {
      guard let start = tag.firstRange(of: " \(name)=\"")?.upperBound else { return nil }
      return Self.decoded(String(tag[start...].prefix { $0 != "\"" }))
    }
    let text = "\"\(Self.decoded(content).replacing("\n", with: "\\n"))\""
    switch name {
    case "text", "code": return "\(name) \(text)"
    case "code_block": return "codeBlock\(attribute("info").map { " " + $0 } ?? "") \(text)"
    case "emph": return "emphasis"
    case "softbreak": return "softBreak"
    case "linebreak": return "hardBreak"
    case "thematic_break": return "thematicBreak"
    case "block_quote": return "blockQuote"
    case "heading": return "heading \(attribute("level") ?? "?")"
    case "link", "image": return "\(name) \(attribute("destination") ?? "")"
    case "list":
      let start = attribute("start").map { " from \($0)" } ?? ""
      return "list\(start)\(attribute("tight") == "true" ? "" : ", loose")"
    case "table_header", "table_row":
      if name == "table_header" { alignments = [] }
      isInHeader = name == "table_header"
      column = 0
      return "row"
    case "table_cell":
      // Only the header's cells say how they are set.
      if isInHeader { alignments.append(attribute("align").map { " " + $0 } ?? "") }
      column += 1
      return "cell" + alignments[column - 1]
    default: return name
    }
  }

  private static func decoded(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&")
  }
}
