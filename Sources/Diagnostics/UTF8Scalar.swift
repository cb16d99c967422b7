/// One code point of UTF-8 text and how many bytes it takes.
package struct UTF8Scalar {
  package let value: UInt32
  package let length: Int

  /// The code point at an index.
  ///
  /// Text has been made valid before; a byte that begins no code point is still read as U+FFFD, so
  /// that a loop goes on whatever it was given.
  package init(in bytes: Span<UInt8>, at index: Int) {
    let lead = bytes[index]
    switch lead {
    case 0x00..<0x80: self.init(lead: UInt32(lead), following: 0, in: bytes, at: index)
    case 0xC2..<0xE0: self.init(lead: UInt32(lead & 0x1F), following: 1, in: bytes, at: index)
    case 0xE0..<0xF0: self.init(lead: UInt32(lead & 0x0F), following: 2, in: bytes, at: index)
    case 0xF0..<0xF5: self.init(lead: UInt32(lead & 0x07), following: 3, in: bytes, at: index)
    default: self.init(value: 0xFFFD, length: 1)
    }
  }

  private init(value: UInt32, length: Int) {
    self.value = value
    self.length = length
  }

  private init(lead: UInt32, following: Int, in bytes: Span<UInt8>, at index: Int) {
    guard index + following < bytes.count else {
      self.init(value: 0xFFFD, length: 1)
      return
    }
    var value = lead
    for offset in 0..<following {
      let byte = bytes[index + 1 + offset]
      guard byte & 0xC0 == 0x80 else {
        self.init(value: 0xFFFD, length: 1)
        return
      }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    self.init(value: value, length: following + 1)
  }
}
