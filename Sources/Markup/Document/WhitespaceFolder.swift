/// Collects text and folds each run of Unicode white space to one blank, none at either end.
package struct WhitespaceFolder {
  package private(set) var bytes: [UInt8] = []
  private var pending = false

  package init() {}

  /// A gap: one blank if text stands on both sides of it.
  package mutating func separate() { pending = true }

  /// Appends UTF-8 text.
  package mutating func append(_ text: some Collection<UInt8>) {
    // Later on the array grows by itself: room for one piece at a time would copy all before it.
    if bytes.isEmpty { bytes.reserveCapacity(text.count) }
    var index = text.startIndex
    while index != text.endIndex {
      let length = Self.whitespace(in: text, at: index)
      if length > 0 {
        pending = true
        index = text.index(index, offsetBy: length)
        continue
      }
      if pending {
        if !bytes.isEmpty { bytes.append(0x20) }
        pending = false
      }
      bytes.append(text[index])
      text.formIndex(after: &index)
    }
  }

  /// How many bytes of Unicode white space (the White_Space property) begin here, or 0.
  package static func whitespace<Text: Collection<UInt8>>(
    in text: Text, at index: Text.Index
  ) -> Int {
    let byte = text[index]
    if byte < 0x80 { return byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) ? 1 : 0 }
    guard byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3 else { return 0 }
    let second = text.index(after: index)
    guard second != text.endIndex else { return 0 }
    if byte == 0xC2 { return text[second] == 0x85 || text[second] == 0xA0 ? 2 : 0 }
    let third = text.index(after: second)
    guard third != text.endIndex else { return 0 }
    switch (byte, text[second], text[third]) {
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9),
      (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      return 3
    default:
      return 0
    }
  }
}
