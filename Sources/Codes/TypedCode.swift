/// A code as somebody typed it: what numbers and texts it may be.
///
/// `0x8007274D`, `8007274Dh`, `8007274D`, `-2147014835`, `2147952461`, `0xFFFFFFFF8007274D`, `08S01`,
/// `WSAECONNREFUSED`.
struct TypedCode {
  /// A number and how it was written, which tells what is likely.
  struct Number {
    enum Form { case decimal, negative, hexadecimal }

    let value: UInt32
    let form: Form
  }

  /// The numbers it may be, the likeliest first.
  let numbers: [Number]
  /// The SQLSTATE it may be: five letters and digits.
  let sqlstate: String?
  /// As typed, in capitals.
  let name: String

  init(_ text: String) {
    name = text.uppercased()
    let characters = Array(name.utf8)
    let isAlphanumeric = characters.allSatisfy { Self.isDigit($0) || (0x41...0x5A).contains($0) }
    sqlstate = characters.count == 5 && isAlphanumeric ? name : nil
    numbers = Self.numbers(name)
  }

  private static func numbers(_ text: String) -> [Number] {
    if text.hasPrefix("0X") { return [hexadecimal(text.dropFirst(2))].compactMap { $0 } }
    if text.hasSuffix("H"), let number = hexadecimal(text.dropLast()) { return [number] }
    if text.hasPrefix("-") {
      guard let number = Int64(text), number >= Int64(Int32.min), number < 0 else { return [] }
      return [Number(value: UInt32(truncatingIfNeeded: number), form: .negative)]
    }
    var numbers: [Number] = []
    if text.utf8.allSatisfy(isDigit), let wide = UInt64(text), let value = narrow(wide) {
      numbers.append(Number(value: value, form: .decimal))
    }
    // Eight digits are how many programs write an HRESULT.
    if text.utf8.count == 8, let number = hexadecimal(text[...]), number.value >= 0x8000_0000 {
      numbers.insert(number, at: 0)
    }
    return numbers
  }

  private static func hexadecimal(_ digits: Substring) -> Number? {
    // `UInt64` would take a sign.
    let isPlain = digits.utf8.allSatisfy { isDigit($0) || (0x41...0x46).contains($0) }
    guard isPlain, let wide = UInt64(digits, radix: 16), let value = narrow(wide) else {
      return nil
    }
    return Number(value: value, form: .hexadecimal)
  }

  /// A number of 32 bits, or of 64 that only repeat its sign.
  private static func narrow(_ wide: UInt64) -> UInt32? {
    UInt32(exactly: wide)
      ?? Int32(exactly: Int64(bitPattern: wide)).map { UInt32(bitPattern: $0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
