/// The lines `key = value` of a data file, looked up in its bytes as they are.
///
/// The files have a few kilobytes and a run asks them a handful of questions: a scan costs less
/// than a dictionary that would have to be built first. Lines that begin with `#` are comments; a
/// line `[name]` begins a section.
struct DataTable: Sendable {
  private let bytes: [UInt8]
  /// The part of the file that this table is.
  private let range: Range<Int>

  /// A table over a whole file.
  init(_ bytes: [UInt8]) { self.init(bytes, in: bytes.indices) }

  private init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    self.range = range
  }

  /// The value of the first line with that key.
  ///
  /// - Complexity: O(*n*) in the bytes of the table.
  subscript(key: String) -> String? {
    let key = key + " = "
    var line = range.lowerBound
    while line < range.upperBound {
      if has(key.utf8, at: line) {
        let value = line + key.utf8.count
        return String(decoding: bytes[value..<lineEnd(from: value)], as: UTF8.self)
      }
      line = lineEnd(from: line) + 1
    }
    return nil
  }

  /// Every section with its name, in the order of the file.
  var sections: [(name: String, table: DataTable)] {
    var headings: [Range<Int>] = []
    var line = range.lowerBound
    while line < range.upperBound {
      let end = lineEnd(from: line)
      if bytes[line] == UInt8(ascii: "[") { headings.append(line..<end) }
      line = end + 1
    }
    let ends = headings.dropFirst().map(\.lowerBound) + [range.upperBound]
    return zip(headings, ends).map { heading, end in
      let name = bytes[heading.dropFirst().dropLast()]
      return (String(decoding: name, as: UTF8.self), DataTable(bytes, in: heading.upperBound..<end))
    }
  }

  private func lineEnd(from start: Int) -> Int {
    var index = start
    while index < range.upperBound, bytes[index] != UInt8(ascii: "\n") { index += 1 }
    return index
  }

  private func has(_ text: String.UTF8View, at start: Int) -> Bool {
    start + text.count <= range.upperBound && bytes[start..<start + text.count].elementsEqual(text)
  }
}
