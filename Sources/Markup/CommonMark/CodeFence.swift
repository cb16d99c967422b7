/// What stands after the fence of a code block.
enum CodeFence {
  /// Whether an info string is text that was meant as the first line of the code: it has several
  /// words and does not look like attributes (`{linenos=1}`, `name="x"`).
  static func isText(_ info: [UInt8]) -> Bool {
    guard let blank = info.firstIndex(where: { $0 == 0x20 || $0 == 0x09 }) else { return false }
    let rest = info[blank...].drop { $0 == 0x20 || $0 == 0x09 }
    guard let first = rest.first, info[0] != UInt8(ascii: "{") else { return false }
    let firstWord = rest.prefix { $0 != 0x20 }
    return first != UInt8(ascii: "{") && !firstWord.contains(UInt8(ascii: "="))
  }
}
