internal import Diagnostics
internal import Markup

/// Finds the words that a text of the document stands on in the file that it was read from.
///
/// A document's text has no markup and folded blanks; what is quoted is the stretch of the file
/// that gives it, byte for byte.
struct SourceQuotes {
  /// The file's text, its line ends made LF.
  private let text: [UInt8]
  /// The file as it is, where that differs.
  private let raw: [UInt8]?
  /// Where each line begins.
  private let lines: [Int]
  /// Of a file that is included: its path relative to the content folder.
  private let file: String?
  /// The bytes of an included file and its path, by the target as written.
  private let fragment: (String) -> (path: String, bytes: [UInt8])?
  private let depth: Int

  init(
    text: [UInt8], raw: [UInt8], file: String? = nil, depth: Int = 0,
    fragment: @escaping (String) -> (path: String, bytes: [UInt8])?
  ) {
    self.text = text
    // Of UTF-16 no byte is left; what is quoted then is the text.
    let isWide = raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF])
    self.raw = raw == text || isWide ? nil : raw
    self.file = file
    self.depth = depth
    self.fragment = fragment
    var lines = [0]
    for (index, byte) in text.enumerated() where byte == 0x0A { lines.append(index + 1) }
    self.lines = lines
  }

  /// The words that a plain text stands on, which begins on one of some lines.
  func quote(of plain: [UInt8], in wanted: ClosedRange<Int>) -> Page.Quote? {
    let window = start(ofLine: wanted.lowerBound)..<start(ofLine: wanted.upperBound + 1)
    guard !plain.isEmpty else { return nil }
    if let range = find(plain[...], in: window) { return quote(range) }
    if let quote = included(plain, in: window) { return quote }
    // What an include brought stands in the middle: take the longest sentence that can be had.
    let sentences = Sentences.ranges(in: plain).sorted { $0.count > $1.count }
    for sentence in sentences where sentence.count < plain.count {
      if let range = find(plain[sentence], in: window) { return quote(range) }
    }
    return nil
  }

  /// The text of a line without blanks and marks before it: for what has no words of its own.
  func quote(ofLine line: Int) -> Page.Quote? {
    var range = start(ofLine: line)..<start(ofLine: line + 1)
    while let first = range.first, " \t>-*+#|".utf8.contains(text[first]) {
      range = range.dropFirst().startIndex..<range.upperBound
    }
    while let last = range.last, text[last] == 0x0A || text[last] == 0x20 {
      range = range.lowerBound..<last
    }
    return range.isEmpty ? nil : quote(range)
  }

  private func start(ofLine line: Int) -> Int {
    line <= lines.count ? lines[max(0, line - 1)] : text.count
  }

  /// A stretch of the text as a quote; of a file whose bytes differ, its longest line that is there.
  private func quote(_ range: Range<Int>) -> Page.Quote? {
    let line = lines.partitioningIndex { $0 > range.lowerBound }
    // Line ends and bytes that were no text are what a file may have otherwise.
    let isSuspect = text[range].contains(0x0A) || text[range].contains(0xEF)
    guard let raw, isSuspect, raw.firstRange(of: text[range]) == nil else {
      return Page.Quote(
        file: file, line: line, text: String(decoding: text[range], as: UTF8.self))
    }
    let parts = text[range].split(separator: 0x0A).sorted { $0.count > $1.count }
    guard let part = parts.first(where: { raw.firstRange(of: $0) != nil }) else { return nil }
    return Page.Quote(
      file: file, line: lines.partitioningIndex { $0 > part.startIndex },
      text: String(decoding: part, as: UTF8.self))
  }

  // MARK: Includes

  /// The words in a file that is included on one of the lines.
  private func included(_ plain: [UInt8], in window: Range<Int>) -> Page.Quote? {
    let deepest = 4
    guard depth < deepest else { return nil }
    var rest = text[window]
    while let token = rest.firstRange(of: Self.include) {
      rest = rest[token.upperBound...]
      guard let open = rest.firstRange(of: "](".utf8),
        let close = rest[open.upperBound...].firstIndex(of: UInt8(ascii: ")"))
      else { return nil }
      let target = String(decoding: rest[open.upperBound..<close], as: UTF8.self)
      rest = rest[close...]
      guard let (path, bytes) = fragment(target) else { continue }
      var ignored: [Diagnostic] = []
      let source = SourceText(path: path, raw: bytes, diagnostics: &ignored)
      let inner = SourceQuotes(
        text: source.bytes, raw: bytes, file: path, depth: depth + 1, fragment: fragment)
      if let quote = inner.quote(of: plain, in: 1...max(1, inner.lines.count)) { return quote }
    }
    return nil
  }

  private static let include = Array("[!INCLUDE".utf8)

  // MARK: Matching

  /// The first stretch that begins in a window and gives a plain text.
  private func find(_ plain: ArraySlice<UInt8>, in window: Range<Int>) -> Range<Int>? {
    guard let first = plain.first else { return nil }
    var start = window.lowerBound
    while start < window.upperBound,
      let next = text[start..<window.upperBound].firstIndex(of: first)
    {
      if let end = end(of: plain, at: next) { return grown(next..<end) }
      start = next + 1
    }
    return nil
  }

  /// Where a plain text ends that the file gives from an offset on.
  private func end(of plain: ArraySlice<UInt8>, at start: Int) -> Int? {
    var place = start
    var index = plain.startIndex
    while index < plain.endIndex {
      guard place < text.count else { return nil }
      let byte = text[place]
      if byte == plain[index] {
        place += 1
        index += 1
        continue
      }
      let blank = WhitespaceFolder.whitespace(in: text, at: place)
      if blank > 0 {
        let isDue = plain[index] == 0x20
        guard isDue || (index > plain.startIndex && plain[index - 1] == 0x20) else { return nil }
        place = afterBlank(place)
        if isDue { index += 1 }
        continue
      }
      if text[place...].starts(with: Self.include) {
        guard let next = afterInclude(place, plain, &index) else { return nil }
        place = next
        continue
      }
      guard let next = afterMarkup(place, plain, &index) else { return nil }
      place = next
    }
    return place
  }

  /// The place after blanks and what begins the next line of a quote.
  private func afterBlank(_ start: Int) -> Int {
    var place = start
    while place < text.count {
      let blank = WhitespaceFolder.whitespace(in: text, at: place)
      if blank > 0 {
        place += blank
      } else if text[place] == UInt8(ascii: ">"), place > 0, text[place - 1] == 0x0A {
        place += 1
      } else {
        break
      }
    }
    return place
  }

  /// The place after an include; what it brought is passed over in the plain text.
  private func afterInclude(
    _ start: Int, _ plain: ArraySlice<UInt8>, _ index: inout Int
  ) -> Int? {
    guard let open = text[start...].firstRange(of: "](".utf8),
      let close = text[open.upperBound...].firstIndex(of: UInt8(ascii: ")")),
      let end = text[close...].firstIndex(of: UInt8(ascii: "]")), end - start < 400
    else { return nil }
    let place = end + 1
    // What follows in the file tells how long the included text is.
    let lengthToKnow = 6
    let next = text[place...].prefix(lengthToKnow).prefix { !"*_`[<&\n\\".utf8.contains($0) }
    guard !next.isEmpty, let found = plain[index...].firstRange(of: next) else {
      index = plain.endIndex
      return place
    }
    index = found.lowerBound
    return place
  }

  /// The place after markup that gives no text, or an entity that gives a character.
  private func afterMarkup(
    _ place: Int, _ plain: ArraySlice<UInt8>, _ index: inout Int
  ) -> Int? {
    switch text[place] {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "\\"),
      UInt8(ascii: "["), UInt8(ascii: "~"):
      return place + 1
    case UInt8(ascii: "!") where place + 1 < text.count && text[place + 1] == UInt8(ascii: "["):
      return place + 2
    case UInt8(ascii: "]"):
      guard place + 1 < text.count, text[place + 1] == UInt8(ascii: "(") else { return place + 1 }
      return text[place...].prefix(1_000).firstIndex(of: UInt8(ascii: ")")).map { $0 + 1 }
    case UInt8(ascii: "<"):
      return text[place...].prefix(300).firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
    case UInt8(ascii: "&"):
      guard let end = text[place...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
        return nil
      }
      index += 1
      while index < plain.endIndex, plain[index] & 0xC0 == 0x80 { index += 1 }
      return end + 1
    default:
      return nil
    }
  }

  /// A stretch with the marks that stand around it, so that `**start** it` is not `start** it`.
  private func grown(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    func isMark(_ byte: UInt8) -> Bool { "*_`".utf8.contains(byte) }
    while start > 0, isMark(text[start - 1]), text[range].contains(text[start - 1]) { start -= 1 }
    while end < text.count, isMark(text[end]), text[start..<end].contains(text[end]) { end += 1 }
    return start..<end
  }
}

extension Array {
  /// The first index for whose element something holds that holds for all after it.
  fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
