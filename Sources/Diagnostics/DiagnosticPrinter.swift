/// Writes diagnostics, for people and for programs.
package struct DiagnosticPrinter {
  /// How diagnostics are written.
  package enum Format: String, Sendable, CaseIterable {
    /// A line each, like a compiler's.
    case text
    /// One object that holds them all.
    case json
    /// SARIF 2.1.0, for editors and code review.
    case sarif
  }

  /// Gives a line of a file, without its line end, or nil where it cannot be had.
  package typealias LineText = (_ path: String, _ line: Int) -> [UInt8]?

  package var format: Format
  /// The version of errkb, which SARIF tells.
  package var version: String
  /// With it the text shows the line and a caret, and SARIF has columns.
  package var lineText: LineText?

  /// A printer for a format.
  package init(format: Format, version: String, lineText: LineText? = nil) {
    self.format = format
    self.version = version
    self.lineText = lineText
  }

  /// The diagnostics in their order by path and place, with a final line end where there is
  /// anything.
  package func output(_ diagnostics: [Diagnostic]) -> [UInt8] {
    let diagnostics = diagnostics.sorted()
    switch format {
    case .text: return text(diagnostics)
    case .json: return json(diagnostics)
    case .sarif: return sarif(diagnostics)
    }
  }
}

// MARK: - Text

extension DiagnosticPrinter {
  private func text(_ diagnostics: [Diagnostic]) -> [UInt8] {
    var output: [UInt8] = []
    for diagnostic in diagnostics {
      writeLine(
        diagnostic.path, diagnostic.position, label: diagnostic.severity.rawValue,
        "\(diagnostic.message) [\(diagnostic.rule.rawValue)]", to: &output)
      for note in diagnostic.notes {
        writeLine(note.path, note.position, label: "note", note.message, to: &output)
      }
    }
    return output
  }

  private func writeLine(
    _ path: String, _ position: SourcePosition, label: String, _ message: String,
    to output: inout [UInt8]
  ) {
    VisibleText.append(path.utf8.span, to: &output)
    output.append(contentsOf: ":\(position.line):\(position.column): \(label): ".utf8)
    VisibleText.append(message.utf8.span, to: &output)
    output.append(UInt8(ascii: "\n"))
    if let line = lineText?(path, position.line) {
      SourceExcerpt(line: line, column: position.column).write(to: &output)
    }
  }
}

// MARK: - JSON

extension DiagnosticPrinter {
  private func json(_ diagnostics: [Diagnostic]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", 1)
      json.member("diagnostics", diagnostics) { json, diagnostic in
        json.object { json in
          json.member("rule", diagnostic.rule.rawValue)
          json.member("severity", diagnostic.severity.rawValue)
          Self.writePlace(diagnostic.path, diagnostic.position, to: &json)
          json.member("message", diagnostic.message)
          json.member("notes", diagnostic.notes) { json, note in
            json.object { json in
              Self.writePlace(note.path, note.position, to: &json)
              json.member("message", note.message)
            }
          }
        }
      }
      let errors = diagnostics.count { $0.severity == .error }
      json.member("errors", errors)
      json.member("warnings", diagnostics.count - errors)
    }
    json.endLine()
    return json.bytes
  }

  private static func writePlace(
    _ path: String, _ position: SourcePosition, to json: inout JSONWriter
  ) {
    json.member("path", path)
    json.member("line", position.line)
    json.member("column", position.column)
  }
}
