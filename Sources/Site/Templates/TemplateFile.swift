internal import Diagnostics
internal import Mustache
internal import Records

/// A template as it lies in a file.
struct TemplateFile {
  static let ending = ".mustache"
  /// Has text escaped our way; a line of its own leaves nothing in the page.
  private static let preamble = "{{% CONTENT_TYPE: ERRKB}}\n"

  let path: String
  let bytes: [UInt8]

  /// The templates that can be used; what is wrong with the others is reported.
  static func library(
    of files: [String: TemplateFile], diagnostics: inout [Diagnostic]
  ) -> MustacheLibrary {
    MustacheContentTypes.register(TemplateEscaping(), named: "ERRKB")
    var library = MustacheLibrary()
    for (name, file) in files.sorted(by: { $0.key < $1.key }) {
      do {
        let text = preamble + String(decoding: file.bytes, as: UTF8.self)
        library.register(try MustacheTemplate(string: text), named: name)
      } catch {
        diagnostics.append(file.diagnostic(of: error))
      }
      diagnostics += file.references().filter { files[$0.name] == nil }.map { missing in
        Diagnostic(
          .templateSyntax, path: file.path, at: missing.position,
          missing.name.hasPrefix("*")
            ? "a template is named by its name, not by a value: '\(missing.name)'"
            : "there is no template '\(missing.name)'")
      }
    }
    diagnostics += circles(in: files)
    return library
  }

  /// What Mustache says of a template that it cannot read.
  private func diagnostic(of error: any Error) -> Diagnostic {
    guard let error = error as? MustacheTemplate.ParserError else {
      return Diagnostic(.templateSyntax, path: path, at: .start, "\(error)")
    }
    let position = SourcePosition(
      line: max(1, error.context.lineNumber - 1), column: error.context.columnNumber)
    return Diagnostic(.templateSyntax, path: path, at: position, Self.sentence(error.error))
  }

  private static func sentence(_ error: any Error) -> String {
    switch error as? MustacheTemplate.Error {
    case .sectionCloseNameIncorrect: "a section is closed by another name than it was opened by"
    case .unfinishedName: "a tag is not closed, or its name is none"
    case .expectedSectionEnd: "a section is not closed"
    case .invalidSetDelimiter: "the delimiters that are set are none"
    case .transformAppliedToInheritanceSection: "a block takes no function"
    case .illegalTokenInsideInheritSection, .textInsideInheritSection:
      "only blocks may stand between '{{<' and its end"
    case .invalidConfigVariableSyntax, .unrecognisedConfigVariable: "the pragma is unknown"
    case nil: "the template cannot be read: \(error)"
    }
  }
}

extension TemplateFile {
  /// The ids that it gives to elements: those that stand there, and what stands before a value.
  var ids: ReservedIDs {
    var ids = ReservedIDs()
    var rest = bytes[...]
    while let found = rest.firstRange(of: " id=\"".utf8) {
      let id = rest[found.upperBound...].prefix { $0 != UInt8(ascii: "\"") }
      let text = id.prefix { $0 != UInt8(ascii: "{") }
      if text.count == id.count {
        ids.whole.insert(String(decoding: id, as: UTF8.self))
      } else if !text.isEmpty {
        ids.numbered.insert(String(decoding: text, as: UTF8.self))
      }
      rest = rest[id.endIndex...]
    }
    return ids
  }
}

// MARK: - Which other templates it needs

extension TemplateFile {
  private struct Reference {
    let name: String
    let position: SourcePosition
  }

  /// The templates that it names in `{{>…}}` and `{{<…}}`.
  private func references() -> [Reference] {
    var references: [Reference] = []
    var (line, lineStart) = (1, 0)
    var index = 0
    while index + 2 < bytes.count {
      if bytes[index] == 0x0A { (line, lineStart) = (line + 1, index + 1) }
      let isTag =
        bytes[index] == UInt8(ascii: "{") && bytes[index + 1] == UInt8(ascii: "{")
        && (bytes[index + 2] == UInt8(ascii: ">") || bytes[index + 2] == UInt8(ascii: "<"))
      guard isTag else {
        index += 1
        continue
      }
      let name = bytes[(index + 3)...].drop { $0 == 0x20 }
        .prefix { $0 != UInt8(ascii: "}") && $0 != 0x20 && $0 != 0x0A }
      references.append(
        Reference(
          name: String(decoding: name, as: UTF8.self),
          position: SourcePosition(line: line, column: index - lineStart + 1)))
      index += 3
    }
    return references
  }

  /// The digest of each template with all that it takes in.
  static func digests(of files: [String: TemplateFile]) -> [String: Digest] {
    files.mapValues { file in
      var seen: Set<String> = []
      var open = file.references().map(\.name)
      while let next = open.popLast() {
        if seen.insert(next).inserted { open += (files[next]?.references() ?? []).map(\.name) }
      }
      return Digest { writer in
        writer.write(file.bytes)
        for name in seen.sorted() { writer.write(files[name]?.bytes ?? []) }
      }
    }
  }

  /// The places where a template leads back to itself: no page would ever be done.
  private static func circles(in files: [String: TemplateFile]) -> [Diagnostic] {
    let references = files.mapValues { $0.references() }
    var diagnostics: [Diagnostic] = []
    for (name, own) in references.sorted(by: { $0.key < $1.key }) {
      for reference in own {
        var seen: Set<String> = []
        var open = [reference.name]
        while let next = open.popLast() {
          if next == name, let file = files[name] {
            diagnostics.append(
              Diagnostic(
                .templateSyntax, path: file.path, at: reference.position,
                "the template leads back to itself through '\(reference.name)'"))
            break
          }
          if seen.insert(next).inserted { open += (references[next] ?? []).map(\.name) }
        }
      }
    }
    return diagnostics
  }
}
