/// Text and attribute values as HTML wants them; the one place where HTML is escaped.
package enum HTMLEscaping {
  /// Appends text: `&`, `<` and `>` as entities, controls that HTML forbids as U+FFFD.
  package static func appendText(_ text: some Collection<UInt8>, to output: inout [UInt8]) {
    for byte in text { append(byte, isAttribute: false, to: &output) }
  }

  /// Appends a value that stands between double quotes.
  package static func appendAttribute(_ value: some Collection<UInt8>, to output: inout [UInt8]) {
    for byte in value { append(byte, isAttribute: true, to: &output) }
  }

  @inline(__always)
  private static func append(_ byte: UInt8, isAttribute: Bool, to output: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
    case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
    case UInt8(ascii: "\"") where isAttribute: output.append(contentsOf: "&quot;".utf8)
    case UInt8(ascii: "'") where isAttribute: output.append(contentsOf: "&#39;".utf8)
    case 0x0A where isAttribute, 0x0D where isAttribute: output.append(0x20)
    case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: output.append(contentsOf: "\u{FFFD}".utf8)
    default: output.append(byte)
    }
  }
}
