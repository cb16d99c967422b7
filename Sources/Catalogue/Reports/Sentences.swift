/// Where the sentences of a text lie.
enum Sentences {
  /// The sentences in order, without the blanks between them.
  ///
  /// A point ends one only where a blank and no small letter follows, so that abbreviations do not
  /// (`the port no. was wrong`).
  static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var index = 0
    func close(_ end: Int) {
      var (from, to) = (start, end)
      while from < to, bytes[from] == 0x20 { from += 1 }
      while to > from, bytes[to - 1] == 0x20 { to -= 1 }
      if from < to { ranges.append(from..<to) }
      start = end
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
        var end = index + 1
        while end < bytes.count, "\".!?)'".utf8.contains(bytes[end]) { end += 1 }
        if end == bytes.count || (bytes[end] == 0x20 && !beginsSmall(bytes[(end + 1)...])) {
          close(end)
        }
        index = end
      } else if byte == 0xE3 || byte == 0xEF, let width = wideEnd(bytes[index...]) {
        close(index + width)
        index += width
      } else {
        index += 1
      }
    }
    close(bytes.count)
    return ranges
  }

  /// Whether a sentence asks something.
  static func isQuestion(_ sentence: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: sentence, as: UTF8.self)
    return text.hasSuffix("?") || text.hasSuffix("？") || text.hasSuffix("?!")
      || text.hasSuffix("?)")
  }

  private static func beginsSmall(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.first.map { (0x61...0x7A).contains($0) } ?? false
  }

  /// The bytes of a wide mark that ends a sentence, if one begins here.
  private static func wideEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
    let isEnd = ["。", "！", "？"].contains { bytes.starts(with: $0.utf8) }
    return isEnd ? 3 : nil
  }
}
