// SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
// Numbers in comments are sections of it.

extension DiagnosticPrinter {
  /// One run with every rule there is, so that an index into them means the same everywhere.
  func sarif(_ diagnostics: [Diagnostic]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.member("version", "2.1.0")
      json.member("runs", [diagnostics]) { json, diagnostics in
        json.object { json in
          json.key("tool")
          json.object { json in
            json.key("driver")
            json.object(writeDriver)
          }
          // Our columns are bytes; those that are written have been converted.
          json.member("columnKind", "unicodeCodePoints")
          json.member("results", diagnostics, writeResult)
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  private func writeDriver(_ json: inout JSONWriter) {
    json.member("name", "errkb")
    json.member("version", version)
    json.member("rules", Rule.allCases) { json, rule in
      json.object { json in
        json.member("id", rule.rawValue)
        Self.writeMessage("shortDescription", rule.summary, to: &json)
        Self.writeMessage("fullDescription", rule.explanation, to: &json)
        Self.writeMessage("help", rule.explanation, to: &json)
        json.key("defaultConfiguration")
        json.object { json in json.member("level", rule.severity.rawValue) }
      }
    }
  }

  private func writeResult(_ json: inout JSONWriter, _ diagnostic: Diagnostic) {
    json.object { json in
      json.member("ruleId", diagnostic.rule.rawValue)
      json.member("ruleIndex", Rule.allCases.firstIndex(of: diagnostic.rule))
      json.member("level", diagnostic.severity.rawValue)
      Self.writeMessage("message", Self.escaped(diagnostic.message), to: &json)
      json.key("locations")
      json.array { json in
        json.object { json in writeLocation(diagnostic.path, diagnostic.position, to: &json) }
      }
      guard !diagnostic.notes.isEmpty else { return }
      json.member("relatedLocations", Array(diagnostic.notes.enumerated())) { json, note in
        json.object { json in
          json.member("id", note.offset + 1)
          writeLocation(note.element.path, note.element.position, to: &json)
          Self.writeMessage("message", Self.escaped(note.element.message), to: &json)
        }
      }
    }
  }

  private func writeLocation(
    _ path: String, _ position: SourcePosition, to json: inout JSONWriter
  ) {
    json.key("physicalLocation")
    json.object { json in
      json.key("artifactLocation")
      json.object { json in json.member("uri", Self.uri(path)) }
      json.key("region")
      json.object { json in
        json.member("startLine", position.line)
        json.member("startColumn", column(path, position))
      }
    }
  }

  /// The column in code points, or nil where the line cannot be had.
  private func column(_ path: String, _ position: SourcePosition) -> Int? {
    if position.column == 1 { return 1 }
    guard let line = lineText?(path, position.line) else { return nil }
    return String(decoding: line.prefix(position.column - 1), as: UTF8.self).unicodeScalars.count
      + 1
  }

  private static func writeMessage(_ key: String, _ text: String, to json: inout JSONWriter) {
    json.key(key)
    json.object { json in json.member("text", text) }
  }

  /// A result's message: braces stand for arguments in it, so they are doubled (3.11.5).
  private static func escaped(_ message: String) -> String {
    var text: [UInt8] = []
    for byte in message.utf8 {
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") { text.append(byte) }
      text.append(byte)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The path as a URI reference by RFC 3986, with every byte encoded that is not unreserved.
  private static func uri(_ path: String) -> String {
    var uri: [UInt8] = path.utf8.first == UInt8(ascii: "/") ? Array("file://".utf8) : []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.append(byte)
      default:
        uri.append(contentsOf: byte < 16 ? "%0".utf8 : "%".utf8)
        uri.append(contentsOf: String(byte, radix: 16, uppercase: true).utf8)
      }
    }
    return String(decoding: uri, as: UTF8.self)
  }
}
