internal import Render

/// Marks that stand for the texts of a page, each with its number, so that they are found again in
/// what a template makes of it.
///
/// In a mark is everything that is escaped: how it comes out tells whether its text was escaped, and
/// whether as we escape.
struct TextMarks {
  private let opening: [UInt8]
  private let closing: [UInt8]
  private let special = Array("&<>\"'\n\u{1}".utf8)
  private let escapedSpecial: [UInt8]
  private let ending: [UInt8]
  private let escapedEnding: [UInt8]

  /// Two kinds that have nothing in common.
  ///
  /// What does not depend on what texts say comes out the same with both. One ends a line, as markup does, which matters where a template is moved in.
  static let kinds = [
    TextMarks(opening: "\u{F8F0}", closing: "\u{F8F1}", ending: ""),
    TextMarks(opening: "\u{F8F2}0", closing: "\u{F8F3}", ending: "\n"),
  ]

  private init(opening: String, closing: String, ending: String) {
    self.opening = Array(opening.utf8)
    self.closing = Array(closing.utf8)
    self.ending = Array(ending.utf8)
    escapedSpecial = Self.escaped(special)
    escapedEnding = Self.escaped(self.ending)
  }

  private static func escaped(_ text: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    HTMLEscaping.appendAttribute(text, to: &bytes)
    return bytes
  }

  /// The mark for the text of a number.
  func mark(_ number: Int) -> String {
    String(
      decoding: opening + String(number).utf8 + special + closing + ending, as: UTF8.self)
  }

  /// What was made of a page of marks, cut where they stand; nil where one has changed.
  func cut(_ page: [UInt8]) -> CutPage? {
    var cut = CutPage()
    var rest = page[...]
    while let start = next(in: rest) {
      cut.append(rest[..<start])
      rest = rest[(start + opening.count)...]
      var number = 0
      while let digit = rest.first, (0x30...0x39).contains(digit) {
        let (product, isTooLarge) = number.multipliedReportingOverflow(by: 10)
        guard !isTooLarge else { return nil }
        number = product + Int(digit - 0x30)
        rest.removeFirst()
      }
      let isEscaped = !rest.starts(with: special)
      for part in isEscaped
        ? [escapedSpecial, closing, escapedEnding] : [special, closing, ending]
      {
        guard rest.starts(with: part) else { return nil }
        rest = rest.dropFirst(part.count)
      }
      cut.appendHole(number, isEscaped: isEscaped)
    }
    cut.append(rest)
    return cut
  }

  /// Where the next mark opens.
  private func next(in text: ArraySlice<UInt8>) -> Int? {
    var start = text.startIndex
    while let found = text[start...].firstIndex(of: opening[0]) {
      if text[found...].starts(with: opening) { return found }
      start = found + 1
    }
    return nil
  }
}
