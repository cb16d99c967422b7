/// Tells whether text is UTF-8, eight bytes at a time: a search reads its text hardly faster than
/// the standard library checks it.
///
/// Every byte is held against the three before it. It continues a character exactly if a lead of
/// two bytes or more stands before it, one of three or more two places before, or one of four three
/// places before; what remains are a few leads that do not exist, and pairs that would be too long
/// a form or no character (Unicode Standard, table 3-7).
enum UTF8Check {
  /// How many bytes before it a byte is held against.
  private static let reach = 3
  /// How many bytes are passed over at once if all are ASCII.
  private static let stretch = 64
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = UnsafeRawBufferPointer(text)
    // What stands before the first whole stretch with room before it, and after the last one, is
    // looked at with zeros beside it.
    let head = min(stretch, text.count)
    var index = head
    while index + stretch <= text.count {
      if unsafe !isASCII(text, at: index), unsafe wrongBits(text, at: index) != 0 { return false }
      index += stretch
    }
    guard unsafe isValid(text, from: 0, to: head, isEnd: head == text.count) else { return false }
    return unsafe isValid(text, from: index, to: text.count, isEnd: true)
  }

  /// Checks at most a stretch of a text; at its end no character may be left open.
  private static func isValid(
    _ text: UnsafeRawBufferPointer, from start: Int, to end: Int, isEnd: Bool
  ) -> Bool {
    let before = min(start, reach)
    var bytes = [UInt8](repeating: 0, count: reach - before)
    unsafe bytes.append(contentsOf: text[(start - before)..<end])
    bytes += [UInt8](repeating: 0, count: reach + 2 * stretch - bytes.count)
    return unsafe bytes.withUnsafeBytes { bytes in
      let wrong = unsafe wrongBits(bytes, at: reach)
      return unsafe (isEnd ? wrong | wrongBits(bytes, at: reach + stretch) : wrong) == 0
    }
  }

  /// Whether a stretch is ASCII and no character reaches into it.
  @inline(__always)
  private static func isASCII(_ text: UnsafeRawBufferPointer, at index: Int) -> Bool {
    var bits = unsafe UInt64(text.loadUnaligned(fromByteOffset: index - 4, as: UInt32.self))
    for offset in stride(from: 0, to: stretch, by: 8) {
      bits |= unsafe text.loadUnaligned(fromByteOffset: index + offset, as: UInt64.self)
    }
    return bits & highBits == 0
  }

  /// Not 0 if a byte of a stretch is wrong where it stands.
  ///
  /// The loop has no way out and nothing but operations on bits, so that the compiler takes several
  /// words at once.
  @inline(__always)
  private static func wrongBits(_ text: UnsafeRawBufferPointer, at index: Int) -> UInt64 {
    var wrong: UInt64 = 0
    for offset in stride(from: index, to: index + stretch, by: 8) {
      wrong |= unsafe wrongBits(
        byte: text.loadUnaligned(fromByteOffset: offset, as: UInt64.self),
        first: text.loadUnaligned(fromByteOffset: offset - 1, as: UInt64.self),
        second: text.loadUnaligned(fromByteOffset: offset - 2, as: UInt64.self),
        third: text.loadUnaligned(fromByteOffset: offset - 3, as: UInt64.self))
    }
    return wrong & highBits
  }

  /// The highest bit of each byte that is wrong after the three before it; the other bits mean
  /// nothing.
  ///
  /// A shift brings a lower bit of each byte to its highest place.
  @inline(__always)
  private static func wrongBits(
    byte: UInt64, first: UInt64, second: UInt64, third: UInt64
  ) -> UInt64 {
    let continues = byte & ~(byte &<< 1)
    let isLead = byte & byte &<< 1
    let firstLead = first & first &<< 1
    let firstOfThree = firstLead & first &<< 2
    let firstOfFour = firstOfThree & first &<< 3
    let isDue =
      firstLead | (second & second &<< 1 & second &<< 2)
      | (third & third &<< 1 & third &<< 2 & third &<< 3)
    // C0, C1, F5 and above.
    let isSmall = ~(byte &<< 2 | byte &<< 3 | byte &<< 4 | byte &<< 5 | byte &<< 6)
    let isLarge =
      byte &<< 2 & byte &<< 3 & (byte &<< 4 | (byte &<< 5 & (byte &<< 6 | byte &<< 7)))
    let isNoByte = isLead & (isSmall | isLarge)
    // E0 before less than A0, ED before A0 and above.
    let isE0 = firstOfThree & ~(first &<< 3 | first &<< 4 | first &<< 5 | first &<< 6 | first &<< 7)
    let isED =
      firstOfThree & ~(first &<< 3 | first &<< 6) & first &<< 4 & first &<< 5 & first &<< 7
    // F0 before less than 90, F4 before 90 and above.
    let isF0 = firstOfFour & ~(first &<< 4 | first &<< 5 | first &<< 6 | first &<< 7)
    let isF4 = firstOfFour & ~(first &<< 4 | first &<< 6 | first &<< 7) & first &<< 5
    let fromA0 = byte &<< 2
    let from90 = byte &<< 2 | byte &<< 3
    let isNoPair = (isE0 & ~fromA0) | (isED & fromA0) | (isF0 & ~from90) | (isF4 & from90)
    return (continues ^ isDue) | isNoByte | isNoPair
  }
}
