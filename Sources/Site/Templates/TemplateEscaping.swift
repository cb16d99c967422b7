internal import Mustache
internal import Render

/// Escapes what templates write as text, as the HTML writer does; Mustache's own goes letter by
/// letter.
struct TemplateEscaping: MustacheContentType {
  func escapeText(_ text: String) -> String {
    // Most texts have nothing to escape.
    guard text.utf8.contains(where: Self.isSpecial) else { return text }
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count + 32)
    HTMLEscaping.appendAttribute(text.utf8, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x7F, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "\""), UInt8(ascii: "'"):
      true
    default: false
    }
  }
}
