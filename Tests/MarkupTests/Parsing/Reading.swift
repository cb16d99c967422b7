import Diagnostics
import Testing

@testable import Markup

/// What a small page comes to, with its fragments in memory.
struct Reading {
  let document: Document
  /// Of the page and then of its fragments: `line:column: message [rule]`, after `name:` where the
  /// file is a fragment.
  let diagnostics: [String]

  static let page = "content/docs/page.md"

  /// Reads a page in `content/docs`; the names of the files are relative to `content`.
  init(
    _ text: String, files: [String: String] = [:], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var found: [Diagnostic] = []
    let source = SourceText(path: Self.page, raw: Array(text.utf8), diagnostics: &found)
    var body = (start: 0, line: 1)
    if text.hasPrefix("---\n") {
      let front = FrontMatter.read(from: source.bytes, path: Self.page, diagnostics: &found)
      body = (front.bodyStart, front.bodyLine)
    }
    let library = FragmentLibrary(locator: FilesInMemory(files))
    var parser = MarkdownParser(path: Self.page, library: library)
    document = parser.parse(source.bytes, from: body.start, line: body.line)
    diagnostics = ((found + parser.diagnostics).sorted() + library.diagnostics).map {
      let name = $0.path == Self.page ? "" : "\($0.path.dropFirst("content/".count)):"
      return "\(name)\($0.position.line):\($0.position.column): \($0.message) [\($0.rule.rawValue)]"
    }
    #expect(document.isSound, sourceLocation: sourceLocation)
  }

  var outline: String { document.outline }

  /// The text of the page, without markup.
  var plainText: String { document.plainText(of: document.indices) }
}

/// A content folder that exists nowhere.
struct FilesInMemory: FragmentLocator {
  private let files: [String: String]

  init(_ files: [String: String]) { self.files = files }

  func locate(_ target: String, from file: String) -> FragmentLocation {
    var path = file.split(separator: "/").dropFirst().dropLast().map(String.init)
    for part in target.split(separator: "/") where part != "." {
      if part != ".." {
        path.append(String(part))
      } else if path.popLast() == nil {
        return .outside
      }
    }
    let name = path.joined(separator: "/")
    if files[name] != nil { return .found("content/" + name) }
    if let other = files.keys.first(where: { $0.lowercased() == name.lowercased() }) {
      return .otherCase("content/" + other)
    }
    return .missing
  }

  func read(_ path: String) throws -> [UInt8] {
    guard let text = files[String(path.dropFirst("content/".count))] else {
      throw FileError(path: path, reason: "No such file or directory")
    }
    return Array(text.utf8)
  }
}
