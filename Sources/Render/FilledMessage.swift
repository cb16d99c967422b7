internal import Catalogue

/// A message with what stood in a log for its placeholders, in place of them.
package struct FilledMessage: Sendable, Hashable {
  /// A stretch of the text.
  package struct Part: Sendable, Hashable {
    package var text: String
    /// Whether it stands for a placeholder.
    package var isArgument: Bool
  }

  package private(set) var parts: [Part] = []

  /// What stands for a placeholder of which nothing is known.
  package static let unknown = "…"

  /// The whole text.
  package var text: String { parts.map(\.text).joined() }

  /// Fills a message in.
  ///
  /// The arguments are those of the message's own form in the log, `written`, which may be of another
  /// language: placeholders with numbers (`%1!s!`) may stand in another order there. Without
  /// `written` the order is taken for the same.
  package init(_ message: String, arguments: [String], written: String? = nil) {
    let bytes = Array(message.utf8)
    let ranges = Placeholders.ranges(in: bytes)
    let numbers = Self.numbers(of: ranges, in: bytes)
    var values: [Int: String] = [:]
    let order = written.map { text in
      let bytes = Array(text.utf8)
      return Self.numbers(of: Placeholders.ranges(in: bytes), in: bytes)
    }
    for (index, argument) in arguments.enumerated() {
      let number = order.map { index < $0.count ? $0[index] : -1 } ?? index
      if values[number] == nil { values[number] = argument }
    }
    var position = 0
    for (range, number) in zip(ranges, numbers) {
      append(bytes[position..<range.lowerBound])
      append(argument: values[number] ?? Self.unknown)
      position = range.upperBound
    }
    append(bytes[position...])
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return }
    parts.append(Part(text: String(decoding: bytes, as: UTF8.self), isArgument: false))
  }

  /// Appends an argument; a sentence that is one begins behind a blank, which the product prints with
  /// it and the message in the catalogue lacks.
  private mutating func append(argument: String) {
    if let before = parts.last, let end = before.text.utf8.last, let start = argument.utf8.first,
      before.isArgument || end == UInt8(ascii: ".") || end == UInt8(ascii: ":"),
      end != 0x20, (start | 0x20) &- 0x61 < 26 || start == UInt8(ascii: "[") || start >= 0x80,
      argument != Self.unknown
    {
      parts.append(Part(text: " ", isArgument: false))
    }
    parts.append(Part(text: argument, isArgument: true))
  }

  /// Which argument each placeholder takes, counted from 0: those with numbers say so, the others
  /// take them in order.
  private static func numbers(of ranges: [Range<Int>], in text: [UInt8]) -> [Int] {
    ranges.enumerated().map { index, range in
      let digits = text[range].dropFirst().prefix { (0x30...0x39).contains($0) }
      let behind = range.lowerBound + 1 + digits.count
      let isNumbered = behind == range.upperBound || text[behind] == UInt8(ascii: "!")
      guard isNumbered, let number = Int(String(decoding: digits, as: UTF8.self)), number > 0
      else { return index }
      return number - 1
    }
  }
}
