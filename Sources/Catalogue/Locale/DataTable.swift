internal import Glibc

/// The lines `key = value` of a data file, looked up in its bytes as they are.
///
/// The files have a few kilobytes and a run asks them a handful of questions: a scan costs less
/// than a dictionary that would have to be built first. Lines that begin with `#` are comments; a
/// line `[name]` begins a section.
struct DataTable: Sendable {
  /// The name of the section; empty for a whole file.
  let name: String
  private let bytes: [UInt8]
  /// The part of the file that this table is.
  private let range: Range<Int>

  /// A table over a whole file.
  init(_ bytes: [UInt8]) { self.init("", bytes, in: 0..<bytes.count) }

  private init(_ name: String, _ bytes: [UInt8], in range: Range<Int>) {
    self.name = name
    self.bytes = bytes
    self.range = range
  }

  /// The value of the first line with that key.
  ///
  /// - Complexity: O(*n*) in the bytes of the table.
  subscript(key: String) -> String? {
    let key = key.utf8.span
    let text = bytes.span
    var line = range.lowerBound
    while line < range.upperBound {
      let value = Self.value(of: key, at: line, in: text)
      let end = Self.lineEnd(from: value ?? line, in: text)
      if let value { return String(decoding: bytes[value..<end], as: UTF8.self) }
      line = end + 1
    }
    return nil
  }

  /// Every section, in the order of the file.
  var sections: [DataTable] {
    var sections: [DataTable] = []
    let text = bytes.span
    var place = Self.place(of: UInt8(ascii: "["), from: range.lowerBound, in: text)
    while place < range.upperBound {
      let line = place
      if line == range.lowerBound || text[line - 1] == UInt8(ascii: "\n") {
        if let last = sections.popLast() {
          sections.append(DataTable(last.name, bytes, in: last.range.lowerBound..<line))
        }
        let end = Self.lineEnd(from: line, in: text)
        let name = String(decoding: bytes[line + 1..<end - 1], as: UTF8.self)
        sections.append(DataTable(name, bytes, in: end..<range.upperBound))
      }
      place = Self.place(of: UInt8(ascii: "["), from: line + 1, in: text)
    }
    return sections
  }

  /// Where the line ends that goes on at an offset within the text.
  private static func lineEnd(from start: Int, in text: Span<UInt8>) -> Int {
    place(of: UInt8(ascii: "\n"), from: start, in: text)
  }

  /// Where a byte stands next, at an offset within the text or after it; else where the text ends.
  ///
  /// The C library looks at many bytes at once; a loop over them was a tenth of all `show` does.
  private static func place(of byte: UInt8, from start: Int, in text: Span<UInt8>) -> Int {
    unsafe text.withUnsafeBufferPointer { buffer in
      // The slice is checked to lie in the text, and no more than its count is searched.
      let rest = unsafe UnsafeBufferPointer(rebasing: buffer[start...])
      guard let begin = rest.baseAddress,
        let end = unsafe memchr(begin, Int32(byte), rest.count)
      else { return text.count }
      let length = unsafe UnsafeRawPointer(end) - UnsafeRawPointer(begin)
      return start + length
    }
  }

  /// Where the value begins of a line that begins with `key = `; nil where it does not.
  private static func value(
    of key: Span<UInt8>, at line: Int, in text: Span<UInt8>
  ) -> Int? {
    var index = 0
    while index < key.count {
      guard line + index < text.count, text[line + index] == key[index] else { return nil }
      index += 1
    }
    let end = line + index
    guard end + 2 < text.count, text[end] == UInt8(ascii: " "),
      text[end + 1] == UInt8(ascii: "="), text[end + 2] == UInt8(ascii: " ")
    else { return nil }
    return end + 3
  }
}
