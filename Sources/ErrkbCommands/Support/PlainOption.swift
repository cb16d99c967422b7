/// An argument `--name` or `--name=value`, for the readers of plain command lines.
///
/// Those take only what is beyond doubt and leave the rest to ArgumentParser, whose first use costs
/// more than a whole look-up.
struct PlainOption {
  let name: String
  let value: String?

  /// Nil where the argument is no long option.
  init?(_ argument: String) {
    guard argument.utf8.starts(with: "--".utf8) else { return nil }
    let body = argument.utf8.dropFirst(2)
    if let equals = body.firstIndex(of: UInt8(ascii: "=")) {
      name = String(argument[body.startIndex..<equals])
      value = String(argument[body.index(after: equals)...])
    } else {
      name = String(argument[body.startIndex...])
      value = nil
    }
  }

  /// Whether a value is one beyond doubt: neither empty nor like an option.
  static func isValue(_ value: String) -> Bool {
    guard let first = value.utf8.first else { return false }
    return first != UInt8(ascii: "-")
  }

  /// A number of up to nine digits and nothing else.
  static func number(_ text: String) -> Int? {
    let isPlain = text.utf8.count <= 9 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isPlain ? Int(text) : nil
  }
}
