/// Where a message has its placeholders: what the product puts a name or a number in place of.
///
/// Those of printf (`%d`, `%.*ls`, `%08lx`, `%I64d`), of SQL Server (`%S_MSG`) and of FormatMessage
/// (`%1!s!`, `%1`), and what translation made of them: `%.* ls`, `%. *ls`, `% ls`, `%.**ls`,
/// `%d.*ls`, `%l64d`. `%%` is a percent sign, not a placeholder.
package struct Placeholders {
  private let text: [UInt8]
  private var position = 0

  private init(_ text: [UInt8]) { self.text = text }

  /// The placeholders of a message in UTF-8, in order.
  ///
  /// Linear in the length of the text.
  package static func ranges(in text: [UInt8]) -> [Range<Int>] {
    var scanner = Placeholders(text)
    return scanner.scan()
  }

  /// The first placeholder of a message that translation damaged beyond doubt, and how many there
  /// are: `%.* ls`, `% d`, `%.**ls`, `%d.*ls`, `%l64d`; nil where all are as products write them.
  static func damage(of message: String) -> (first: String, count: Int)? {
    guard mayBeDamaged(message.utf8.span) else { return nil }
    let text = Array(message.utf8)
    var first: Range<Int>?
    var count = 0
    for range in ranges(in: text) where isDamaged(text[range]) {
      if first == nil { first = range }
      count += 1
    }
    return first.map { (String(decoding: text[$0], as: UTF8.self), count) }
  }

  /// Whether damage is possible: most messages have none, which is told without reading their
  /// placeholders. A blank or two stars can stand before a placeholder's letters only; between
  /// exclamation marks there is no telling.
  private static func mayBeDamaged(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: "%") else {
        index += 1
        continue
      }
      index += 1
      while index < text.count, !text[index].isLetter, text[index] < 0x80,
        text[index] != UInt8(ascii: "%")
      {
        switch text[index] {
        case 0x20, UInt8(ascii: "!"): return true
        case UInt8(ascii: "*") where text[index - 1] == UInt8(ascii: "*"): return true
        default: index += 1
        }
      }
      guard index + 1 < text.count else { return false }
      switch (text[index], text[index + 1]) {
      case (UInt8(ascii: "d"), UInt8(ascii: ".")), (UInt8(ascii: "l"), UInt8(ascii: "6")):
        return true
      default:
        continue
      }
    }
    return false
  }

  /// Whether a blank, `**` or `l64` stands in a placeholder, or `%d.` before it.
  private static func isDamaged(_ written: ArraySlice<UInt8>) -> Bool {
    let last = written.endIndex - 1
    for index in written.indices {
      switch written[index] {
      case 0x20:
        return true
      case UInt8(ascii: "*") where index < last:
        if written[index + 1] == UInt8(ascii: "*") { return true }
      case UInt8(ascii: "l") where index + 1 < last:
        if written[index + 1] == UInt8(ascii: "6"), written[index + 2] == UInt8(ascii: "4") {
          return true
        }
      default:
        continue
      }
    }
    return written.count > 2 && written[written.startIndex + 1] == UInt8(ascii: "d")
      && written[written.startIndex + 2] == UInt8(ascii: ".")
  }

  private mutating func scan() -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    while let start = text[position...].firstIndex(of: UInt8(ascii: "%")) {
      position = start + 1
      if skip("%") { continue }
      if readInsertion(from: start) || readConversion(from: start) {
        ranges.append(start..<position)
      } else {
        position = start + 1
      }
    }
    return ranges
  }

  // MARK: FormatMessage

  /// Reads `1!s!`, `2!08lx!` or a bare `1`; digits before a printf conversion are its width.
  private mutating func readInsertion(from percent: Int) -> Bool {
    position = percent + 1
    let longestNumber = 2
    let digits = skipDigits()
    guard digits > 0, digits <= longestNumber, text[percent + 1] != UInt8(ascii: "0") else {
      return false
    }
    let end = position
    if skip("!") {
      while position < text.count, text[position].isFormat { position += 1 }
      if position > end + 1, skip("!") { return true }
      position = end
    }
    guard position < text.count else { return true }
    let next = text[position]
    return !next.isLetter && next != UInt8(ascii: ".") || isSentenceEnd(position)
  }

  /// Whether the text ends with the point here, or a blank follows it.
  private func isSentenceEnd(_ index: Int) -> Bool {
    text[index] == UInt8(ascii: ".") && (index + 1 == text.count || text[index + 1] == 0x20)
  }

  // MARK: printf

  private mutating func readConversion(from percent: Int) -> Bool {
    position = percent + 1
    let isTorn = skipBlanks() > 0
    while position < text.count, text[position].isFlag { position += 1 }
    // `%0 *I64x`
    let end = position
    if skipBlanks() > 0, position == text.count || text[position] != UInt8(ascii: "*") {
      position = end
    }
    if skipStars() == 0 { _ = skipDigits() }
    let isStarred = position > percent + 1 && text[position - 1] == UInt8(ascii: "*")
    var isMangled = false
    if skip(".") {
      isMangled = skipBlanks() > 0
      if skipStars() == 0 { _ = skipDigits() }
    }
    if isStarred || text[position - 1] == UInt8(ascii: "*") || isMangled { _ = skipBlanks() }
    guard readType() else { return false }
    if isTorn { return isPlausible(torn: percent) }
    skipTail()
    return true
  }

  /// Passes what follows `%d` where `%d.*ls` stands for `%.*ls`, as in a whole translation.
  private mutating func skipTail() {
    let end = position
    guard text[end - 1] == UInt8(ascii: "d") else { return }
    if !(skip(".") && skip("*") && skip("l") && skip("s")) { position = end }
  }

  /// Reads a length and a conversion, or SQL Server's own: `S_` and what it names.
  private mutating func readType() -> Bool {
    guard position < text.count else { return false }
    if skip("S") {
      guard position + 1 < text.count, text[position] == UInt8(ascii: "_"),
        text[position + 1].isUpperCase
      else { return true }
      position += 1
      while position < text.count, text[position].isUpperCase { position += 1 }
      return true
    }
    let isWide = position + 1 < text.count && text[position + 1] == UInt8(ascii: "6")
    // `%l64d` is a letter misread.
    if skip("I") || isWide && skip("l") {
      if !(skip("6") && skip("4")) { _ = skip("3") && skip("2") }
    } else {
      let longestLength = 2
      var length = 0
      while length < longestLength, position < text.count, text[position].isLength {
        position += 1
        length += 1
      }
    }
    guard position < text.count, text[position].isConversion else { return false }
    position += 1
    return true
  }

  /// Whether a conversion parted from its percent sign is one: `100 % des` is not, nor `5 % d'un`.
  private func isPlausible(torn percent: Int) -> Bool {
    var before = percent
    while before > 0, text[before - 1] == 0x20 { before -= 1 }
    if before > 0, text[before - 1].isDigit { return false }
    guard position < text.count else { return true }
    let next = text[position]
    if next.isLetter || next.isDigit { return false }
    // A quote closes a placeholder; before a letter it is an elision.
    guard next == UInt8(ascii: "'") || next == 0xE2, position + 1 < text.count else {
      return next < 0x80 || next >= 0xE2
    }
    let quote = next == 0xE2 ? 3 : 1
    return position + quote >= text.count || !text[position + quote].isLetter
  }

  // MARK: Bytes

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard position < text.count, text[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() -> Int { skip { $0 == 0x20 } }

  private mutating func skipDigits() -> Int { skip { $0.isDigit } }

  private mutating func skipStars() -> Int { skip { $0 == UInt8(ascii: "*") } }

  private mutating func skip(while holds: (UInt8) -> Bool) -> Int {
    let start = position
    while position < text.count, holds(text[position]) { position += 1 }
    return position - start
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  fileprivate var isUpperCase: Bool { self >= 0x41 && self <= 0x5A }
  fileprivate var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }

  /// `-`, `+`, `#` and the `0` that fills.
  fileprivate var isFlag: Bool {
    self == UInt8(ascii: "-") || self == UInt8(ascii: "+") || self == UInt8(ascii: "#")
      || self == UInt8(ascii: "0")
  }

  fileprivate var isLength: Bool {
    self == UInt8(ascii: "l") || self == UInt8(ascii: "h") || self == UInt8(ascii: "w")
  }

  /// What printf converts; `n` writes and no message has it.
  fileprivate var isConversion: Bool {
    switch self {
    case UInt8(ascii: "d"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
      UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "e"), UInt8(ascii: "f"),
      UInt8(ascii: "g"), UInt8(ascii: "c"), UInt8(ascii: "C"), UInt8(ascii: "s"),
      UInt8(ascii: "S"), UInt8(ascii: "p"):
      true
    default: false
    }
  }

  /// What may stand between the exclamation marks of FormatMessage.
  fileprivate var isFormat: Bool {
    isLetter || isDigit || isFlag || self == UInt8(ascii: ".") || self == UInt8(ascii: "*")
  }
}
