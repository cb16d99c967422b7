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

  /// Every section, in the order of the file.
  var sections: [DataTable] {
    var sections: [DataTable] = []
    var line = range.lowerBound
    while line < range.upperBound {
      let end = lineEnd(from: line)
      if bytes[line] == UInt8(ascii: "[") {
        if let last = sections.popLast() {
          sections.append(DataTable(last.name, bytes, in: last.range.lowerBound..<line))
        }
        let name = String(decoding: bytes[line + 1..<end - 1], as: UTF8.self)
        sections.append(DataTable(name, bytes, in: end..<range.upperBound))
      }
      line = end + 1
    }
    return sections
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
