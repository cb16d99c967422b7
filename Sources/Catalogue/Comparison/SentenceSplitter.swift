/// Finds where sentences begin and end in plain text, in the languages that pages are written in.
///
/// A sentence ends with `.`, `!`, `?` or `…` before a blank and what may begin another, and with the
/// full stops of Chinese, Japanese, Arabic and Hindi. `1.5`, `e.g.` and `server.exe` end none.
package enum SentenceSplitter {
  /// The sentences as ranges of the text's bytes, in order, without the blanks between them.
  package static func sentences(of text: [UInt8]) -> [Range<Int>] {
    let scalars = scalars(of: text)
    var sentences: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < scalars.count {
      guard let end = end(ofSentenceAt: index, in: scalars) else {
        index += 1
        continue
      }
      append(start..<end, of: scalars, count: text.count, to: &sentences)
      start = end
      index = end
    }
    append(start..<scalars.count, of: scalars, count: text.count, to: &sentences)
    return sentences
  }

  private struct Character {
    let scalar: Unicode.Scalar
    let offset: Int
  }

  private static func scalars(of text: [UInt8]) -> [Character] {
    var offset = 0
    return String(decoding: text, as: UTF8.self).unicodeScalars.map { scalar in
      defer { offset += UTF8.width(scalar) }
      return Character(scalar: scalar, offset: offset)
    }
  }

  private static func append(
    _ range: Range<Int>, of scalars: [Character], count: Int, to sentences: inout [Range<Int>]
  ) {
    var start = range.lowerBound
    while start < range.upperBound, scalars[start].scalar.properties.isWhitespace { start += 1 }
    guard start < range.upperBound else { return }
    var end = range.upperBound
    while scalars[end - 1].scalar.properties.isWhitespace { end -= 1 }
    sentences.append(
      scalars[start].offset..<(end < scalars.count ? scalars[end].offset : count))
  }

  /// Where the sentence ends whose last mark may stand at an index, closing quotes included.
  private static func end(ofSentenceAt index: Int, in text: [Character]) -> Int? {
    let mark = text[index].scalar
    let isFullStop: Bool
    switch mark {
    case "。", "！", "？", "｡", "؟", "۔", "।": isFullStop = true
    case ".", "!", "?", "…": isFullStop = false
    default: return nil
    }
    var end = index + 1
    while end < text.count, isClosing(text[end].scalar) || isMark(text[end].scalar) { end += 1 }
    if isFullStop || end == text.count { return end }
    guard text[end].scalar.properties.isWhitespace else { return nil }
    var next = end
    while next < text.count, text[next].scalar.properties.isWhitespace { next += 1 }
    guard next < text.count else { return end }
    // French sets a blank before its closing quotes.
    if text[next].scalar == "»" { return next + 1 }
    let isNumber = text[next].scalar.properties.numericType != nil
    if mark == ".", isAbbreviation(before: index, isBeforeNumber: isNumber, in: text) { return nil }
    // A new sentence begins with anything but a small letter.
    return text[next].scalar.properties.isLowercase ? nil : end
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    ".!?…。！？".unicodeScalars.contains(scalar)
  }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    "\"')]}»”’」』）】".unicodeScalars.contains(scalar)
  }

  /// Whether the word before a point is one that is shortened, or a single letter.
  private static func isAbbreviation(
    before point: Int, isBeforeNumber: Bool, in text: [Character]
  ) -> Bool {
    var start = point
    while start > 0, isPartOfWord(text[start - 1].scalar) { start -= 1 }
    var word = String.UnicodeScalarView()
    for character in text[start..<point] { word.append(character.scalar) }
    guard let first = word.first else { return false }
    let lowered = String(word).lowercased()
    return word.count == 1 && first.properties.isAlphabetic || abbreviations.contains(lowered)
      || isBeforeNumber && numberAbbreviations.contains(lowered)
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar == "."
  }

  /// Those after which a capital goes on with the sentence.
  private static let abbreviations = [
    "e.g", "i.e", "vs", "approx", "cf", "dr", "mr", "mrs", "p.ex", "ex", "mme", "z.b", "bzw", "ca",
    "d.h", "u.a", "ggf", "vgl", "p.ej", "ej", "sr", "sra", "т.е", "напр",
  ]

  /// Those after which a figure does.
  private static let numberAbbreviations = [
    "no", "nos", "nr", "fig", "ver", "art", "env", "núm", "pág", "pag", "рис", "см",
  ]
}
