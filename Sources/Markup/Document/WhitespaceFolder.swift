/// Collects text and folds each run of Unicode white space to one blank, none at either end.
package struct WhitespaceFolder {
  package private(set) var bytes: [UInt8] = []
  private var pending = false

  package init() {}

  /// A gap: one blank if text stands on both sides of it.
  package mutating func separate() { pending = true }

  /// Appends UTF-8 text.
  package mutating func append(_ text: Span<UInt8>) {
    // Later on the array grows by itself: room for one piece at a time would copy all before it.
    if bytes.isEmpty { bytes.reserveCapacity(text.count) }
    var index = 0
    while index < text.count {
      let blank = Self.whitespace(in: text, at: index)
      if blank > 0 {
        pending = true
        index += blank
        continue
      }
      if pending {
        if !bytes.isEmpty { bytes.append(0x20) }
        pending = false
      }
      // All up to the next white space that is more than one blank between two words.
      let start = index
      repeat {
        index += 1
        if index + 1 < text.count, text[index] == 0x20, Self.isVisible(text[index + 1]) {
          index += 2
        }
      } while index < text.count
        && (Self.isVisible(text[index]) || Self.whitespace(in: text, at: index) == 0)
      unsafe text.extracting(start..<index).withUnsafeBufferPointer {
        unsafe bytes.append(contentsOf: $0)
      }
    }
  }

  /// Appends UTF-8 text.
  package mutating func append(_ text: ArraySlice<UInt8>) { append(text.span) }

  /// Appends UTF-8 text.
  package mutating func append(_ text: [UInt8]) { append(text.span) }

  /// Appends text.
  package mutating func append(_ text: String) { append(text.utf8.span) }

  /// Whether a text is as it would be folded.
  static func isFolded(_ text: Span<UInt8>) -> Bool {
    // What stands before a text is no text.
    var isBlank = true
    for index in text.indices {
      if isVisible(text[index]) {
        isBlank = false
      } else if text[index] == 0x20 {
        if isBlank { return false }
        isBlank = true
      } else {
        if whitespace(in: text, at: index) > 0 { return false }
        isBlank = false
      }
    }
    return !isBlank || text.count == 0
  }

  /// Whether a byte is a printable ASCII character, with which no white space begins.
  private static func isVisible(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

  /// How many bytes of Unicode white space (the White_Space property) begin here, or 0.
  package static func whitespace(in text: Span<UInt8>, at index: Int) -> Int {
    let byte = text[index]
    if byte < 0x80 { return byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) ? 1 : 0 }
    guard byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3, index + 1 < text.count
    else { return 0 }
    return whitespace(byte, text[index + 1], index + 2 < text.count ? text[index + 2] : nil)
  }

  /// How many bytes of Unicode white space begin here, or 0.
  package static func whitespace<Text: Collection<UInt8>>(
    in text: Text, at index: Text.Index
  ) -> Int {
    let byte = text[index]
    if byte < 0x80 { return byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) ? 1 : 0 }
    guard byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3 else { return 0 }
    let second = text.index(after: index)
    guard second != text.endIndex else { return 0 }
    let third = text.index(after: second)
    return whitespace(byte, text[second], third != text.endIndex ? text[third] : nil)
  }

  private static func whitespace(_ first: UInt8, _ second: UInt8, _ third: UInt8?) -> Int {
    if first == 0xC2 { return second == 0x85 || second == 0xA0 ? 2 : 0 }
    guard let third else { return 0 }
    switch (first, second, third) {
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9),
      (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      return 3
    default:
      return 0
    }
  }
}
