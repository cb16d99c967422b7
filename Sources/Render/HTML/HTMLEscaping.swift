/// Text and attribute values as HTML wants them; the one place where HTML is escaped.
package enum HTMLEscaping {
  /// Appends text: `&`, `<` and `>` as entities, controls that HTML forbids as U+FFFD.
  package static func appendText(_ text: some Collection<UInt8>, to output: inout [UInt8]) {
    append(text, isAttribute: false, to: &output)
  }

  /// Appends a value that stands between double quotes.
  package static func appendAttribute(_ value: some Collection<UInt8>, to output: inout [UInt8]) {
    append(value, isAttribute: true, to: &output)
  }

  @inline(__always)
  private static func append(
    _ text: some Collection<UInt8>, isAttribute: Bool, to output: inout [UInt8]
  ) {
    let isDone: Void? = text.withContiguousStorageIfAvailable { bytes in
      unsafe appendRuns(of: bytes, isAttribute: isAttribute, to: &output)
    }
    if isDone == nil { for byte in text { append(byte, isAttribute: isAttribute, to: &output) } }
  }

  /// Appends the bytes that stay as they are in runs: most texts are one.
  private static func appendRuns(
    of bytes: UnsafeBufferPointer<UInt8>, isAttribute: Bool, to output: inout [UInt8]
  ) {
    var start = 0
    for index in bytes.indices where unsafe isSpecial(bytes[index]) {
      unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
      unsafe append(bytes[index], isAttribute: isAttribute, to: &output)
      start = index + 1
    }
    unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  /// Whether a byte may have to be written as something else.
  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    let below40: UInt64 = 0xFFFF_FFFF | 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E
    return byte < 0x40 ? below40 >> byte & 1 == 1 : byte == 0x7F
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
