/// The words around a place in a sentence, as they are looked up in lists of words.
enum SentenceWords {
  /// The last bytes of a text in small letters, whole characters only.
  static func folded(_ text: ArraySlice<UInt8>, last count: Int) -> [UInt8] {
    let end = text.suffix(count).drop { $0 & 0xC0 == 0x80 }
    return Array(String(decoding: end, as: UTF8.self).lowercased().utf8)
  }

  /// The first bytes of a text in small letters.
  static func folded(_ text: ArraySlice<UInt8>, first count: Int) -> [UInt8] {
    var end =
      text.index(text.startIndex, offsetBy: count, limitedBy: text.endIndex) ?? text.endIndex
    while end < text.endIndex, text[end] & 0xC0 == 0x80 { end += 1 }
    return Array(String(decoding: text[..<end], as: UTF8.self).lowercased().utf8)
  }

  /// Drops blanks, quotes, brackets and commas from the end of a text.
  static func dropMarks(fromEndOf text: inout ArraySlice<UInt8>) {
    while let mark = marks.first(where: { text.hasSuffix($0) }) { text = text.dropLast(mark.count) }
  }

  /// Drops blanks, quotes, brackets and commas from the beginning of a text.
  static func dropMarks(fromStartOf text: inout ArraySlice<UInt8>) {
    while let mark = marks.first(where: { text.starts(with: $0) }) {
      text = text.dropFirst(mark.count)
    }
  }

  /// What may stand between a word and the name that it goes with.
  private static let marks = " :：#(（)）[]［］-–,、，\u{A0}\"“”«»『』「」'‘’".unicodeScalars.map {
    Array(String($0).utf8)
  }
}

extension ArraySlice<UInt8> {
  /// Whether the bytes end with others.
  func hasSuffix(_ suffix: [UInt8]) -> Bool {
    count >= suffix.count && self.suffix(suffix.count).elementsEqual(suffix)
  }
}
