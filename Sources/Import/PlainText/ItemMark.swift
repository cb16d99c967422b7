/// What an item of a list begins with in plain text: `1)`, `1.`, `a.`, `-`, `•`.
struct ItemMark: Hashable {
  /// The kind of mark without its number.
  enum Style: Hashable {
    case number(Character)
    case letter(Character)
    case bullet(Character)
  }

  var style: Style
  /// The number, or the place of the letter, from 1; 0 for a bullet.
  var number: Int

  var isBullet: Bool { number == 0 && style.isBullet }

  /// Reads the mark of a line; also returns the text behind it.
  static func read(_ line: String) -> (mark: ItemMark, text: String)? {
    guard let first = line.first else { return nil }
    if "-*•·▪●◦‣–".contains(first) {
      let rest = line.dropFirst()
      let needsBlank = first == "-" || first == "*" || first == "–"
      guard rest.first == " " || !needsBlank && !rest.isEmpty else { return nil }
      return (ItemMark(style: .bullet(first), number: 0), String(rest).trimmed)
    }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty, digits.count <= 3, let number = Int(digits) {
      let rest = line.dropFirst(digits.count)
      guard let sign = rest.first, ".)、．）:".contains(sign) else { return nil }
      let text = rest.dropFirst()
      guard sign == "、" || sign == "．" || text.first == " " else { return nil }
      return (ItemMark(style: .number(sign), number: number), String(text).trimmed)
    }
    guard first.isASCII, first.isLowercase, let value = first.asciiValue else { return nil }
    let rest = line.dropFirst()
    guard let sign = rest.first, sign == "." || sign == ")", rest.dropFirst().first == " " else {
      return nil
    }
    let number = Int(value) - 0x60
    return (ItemMark(style: .letter(sign), number: number), String(rest.dropFirst()).trimmed)
  }
}

extension ItemMark.Style {
  /// Whether items of this style have no numbers.
  var isBullet: Bool { if case .bullet = self { true } else { false } }
}
