/// Stars of placeholders, angle brackets that begin no tag, entities of control characters.
extension InlineMasking {
  /// The stars of `%.*ls` in all the forms that machine translation left: `%.* ls`, `%. *ls`,
  /// `%* ls`, `%.**ls`.
  ///
  /// `100% *important*` is not one: a blank right after the sign ends it unless a point follows.
  mutating func coverStars(after sign: Int) {
    let longest = 12
    var stars: [Int] = []
    var isPrecision = false
    var index = sign + 1
    while index < sign + longest {
      switch byte(index) {
      case UInt8(ascii: "*"):
        stars.append(index)
      case UInt8(ascii: "."):
        isPrecision = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "#"), UInt8(ascii: "+"),
        UInt8(ascii: "-"):
        break
      case UInt8(ascii: "d") where byte(index + 1) == UInt8(ascii: "."):
        break
      case 0x20 where isPrecision || !stars.isEmpty || byte(index + 1) == UInt8(ascii: "."):
        break
      // `%0 *I64x`, but not `5% *important*`.
      case 0x20 where byte(index + 1) == UInt8(ascii: "*") && isDigit(byte(index - 1)):
        break
      default:
        if !stars.isEmpty, isConversion(at: index) {
          for star in stars { bytes[star] = Mask.star }
        }
        return
      }
      index += 1
    }
  }

  /// Whether a printf conversion begins here: `ls`, `hs`, `s`, `I64x`, and `Is`, a slip of `ls`.
  private func isConversion(at index: Int) -> Bool {
    switch byte(index) {
    case UInt8(ascii: "l"), UInt8(ascii: "h"), UInt8(ascii: "I"), UInt8(ascii: "s"),
      UInt8(ascii: "S"), UInt8(ascii: "d"), UInt8(ascii: "i"), UInt8(ascii: "u"),
      UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "c"):
      // After a blank only a whole `ls` or `I64x` counts: in `%.* lsa` the star is none of ours.
      if byte(index - 1) != 0x20 { return true }
      if byte(index) == UInt8(ascii: "I"), byte(index + 1) == UInt8(ascii: "6") { return true }
      return byte(index + 1) == UInt8(ascii: "s") && !isLetter(byte(index + 2))
    default:
      return false
    }
  }

  /// A `<` before a name that is no HTML element is text: `<Datetime>`, `<ip address>`.
  mutating func coverAngle(at start: Int) {
    if start > 0, original[start - 1] == UInt8(ascii: "\\") { return }
    var index = start + 1
    if byte(index) == UInt8(ascii: "/") { index += 1 }
    let nameStart = index
    while isLetter(byte(index)) || isDigit(byte(index)) || byte(index) == UInt8(ascii: "-") {
      index += 1
    }
    guard index > nameStart, isLetter(original[nameStart]) else { return }
    // An autolink: `<https://…>`, `<someone@example.com>`.
    if [UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "."), UInt8(ascii: "+")]
      .contains(byte(index))
    {
      return
    }
    let name = original[nameStart..<index]
    if !HTMLElement.isKnown(name) || isPlaceholder(name, endingAt: index) {
      bytes[start] = Mask.angle
    }
  }

  /// Whether the name of an element stands here as a placeholder: `<table>` with no `</table` in the
  /// same paragraph.
  private func isPlaceholder(_ name: ArraySlice<UInt8>, endingAt end: Int) -> Bool {
    guard byte(end) == UInt8(ascii: ">"), byte(name.startIndex - 1) == UInt8(ascii: "<"),
      HTMLElement.isAlsoPlaceholder(name)
    else { return false }
    let furthest = min(original.count, end + 4096)
    var index = end
    while index < furthest {
      if original[index] == 0x0A, byte(index + 1) == 0x0A { return true }
      if original[index] == UInt8(ascii: "<"), byte(index + 1) == UInt8(ascii: "/"),
        original[index...].dropFirst(2).prefix(name.count)
          .elementsEqual(name, by: { $0 | 0x20 == $1 | 0x20 })
      {
        return false
      }
      index += 1
    }
    return true
  }

  /// Whether `&#27;` or `&#x1B;` begins here: a character that no text has.
  func isControlEntity(at start: Int) -> Bool {
    guard byte(start + 1) == UInt8(ascii: "#") else { return false }
    let isHexadecimal = byte(start + 2) | 0x20 == UInt8(ascii: "x")
    var index = start + (isHexadecimal ? 3 : 2)
    var value = 0
    while let digit = Self.digit(byte(index)), digit < (isHexadecimal ? 16 : 10), value < 0x11_0000
    {
      value = value * (isHexadecimal ? 16 : 10) + digit
      index += 1
    }
    guard byte(index) == UInt8(ascii: ";") else { return false }
    return (0x01...0x1F).contains(value) && value != 0x09 && value != 0x0A
      || (0x7F...0x9F).contains(value)
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 0x30
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte) - 0x61 + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(byte) - 0x41 + 10
    default: nil
    }
  }
}
