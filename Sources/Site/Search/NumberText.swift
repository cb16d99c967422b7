/// Whole numbers as printable text, small ones as one character, so that the files of the search are
/// scripts without escapes and what packs them sees each number as what it is.
///
/// The characters from `#` to `~` without the backslash are digits: one of the first 60 ends a
/// number, each of the other 31 goes on with how often 31 is in the rest.
struct NumberText {
  private(set) var bytes: [UInt8] = []

  private static let ends = 60
  private static let goesOn = 31

  /// Appends a number from 0.
  mutating func append(_ number: Int) {
    var rest = number
    while rest >= Self.ends {
      rest -= Self.ends
      append(digit: Self.ends + rest % Self.goesOn)
      rest /= Self.goesOn
    }
    append(digit: rest)
  }

  private mutating func append(digit: Int) {
    let byte = UInt8(ascii: "#") + UInt8(truncatingIfNeeded: digit)
    bytes.append(byte < UInt8(ascii: "\\") ? byte : byte + 1)
  }

  /// Appends numbers that are text already, or letters to end with.
  mutating func append(_ text: some Sequence<UInt8>) { bytes.append(contentsOf: text) }

  /// A number by itself.
  static func text(_ number: Int) -> [UInt8] {
    var text = NumberText()
    text.append(number)
    return text.bytes
  }

  /// Numbers that ascend, each as what it is more than the one before.
  static func text(ascending numbers: some Sequence<Int>) -> [UInt8] {
    var text = NumberText()
    var last = 0
    for number in numbers {
      text.append(number - last)
      last = number
    }
    return text.bytes
  }
}
