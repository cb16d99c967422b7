internal import Glibc

/// Looks for a byte, many at a time.
enum ByteSearch {
  /// The offset of the first such byte at or behind an offset.
  @inline(__always)
  static func first(_ byte: UInt8, in text: Span<UInt8>, from start: Int) -> Int? {
    unsafe text.withUnsafeBufferPointer { buffer in
      // The slice is checked to lie in the text, and no more than its count is searched.
      let rest = unsafe UnsafeBufferPointer(rebasing: buffer[start...])
      guard let begin = rest.baseAddress,
        let found = unsafe memchr(begin, Int32(byte), rest.count)
      else { return nil }
      return unsafe start + (UnsafeRawPointer(found) - UnsafeRawPointer(begin))
    }
  }

  /// The offset of the last such byte in a range; it is expected near the end.
  static func last(_ byte: UInt8, in text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var index = range.upperBound
    while index > range.lowerBound {
      index -= 1
      if text[index] == byte { return index }
    }
    return nil
  }
}
