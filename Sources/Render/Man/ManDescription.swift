internal import Diagnostics

/// What stands behind the names of a man page, for `whatis` and `apropos`: one line, as long as it
/// may be.
///
/// `mandb` undoes a few escape sequences and none at which a line may break. So Chinese and Japanese
/// breaks after characters that are told to groff for this line, and what breaks nowhere is cut.
struct ManDescription {
  /// The line.
  private(set) var bytes: [UInt8]
  /// The characters after which it may break, in order, as one text; empty where blanks will do.
  private(set) var breaking: [UInt8] = []

  /// In columns.
  private static let longest = 200
  /// What fits on a line of a page that is not narrow.
  private static let longestRun = 60

  /// The beginning of a text.
  init(_ text: StyledText) {
    bytes = text.onOneLine.bytes
    cut()
    let characters = breakingCharacters()
    for character in characters.sorted() { breaking += Array(String(character).utf8) }
    cutRuns(characters)
  }

  /// Cuts the text where it is too long, at the last blank before.
  private mutating func cut() {
    var width = DisplayWidth()
    var columns = 0
    var index = 0
    while index < bytes.count {
      let scalar = UTF8Scalar(in: bytes.span, at: index)
      columns += width.advance(over: scalar.value)
      if columns > Self.longest {
        let blank = bytes[..<index].lastIndex(of: 0x20) ?? index
        return end(at: blank > index / 2 ? blank : index)
      }
      index += scalar.length
    }
  }

  private mutating func end(at index: Int) {
    bytes.removeSubrange(index...)
    bytes.append(contentsOf: "…".utf8)
  }

  /// The characters after each of which a line may end wherever they stand.
  private func breakingCharacters() -> Set<Unicode.Scalar> {
    var good: Set<Unicode.Scalar> = []
    var bad: Set<Unicode.Scalar> = []
    var previous: Unicode.Scalar?
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      // The dots where it was cut may as well stand alone.
      if let before = previous, before.value >= 0x80, scalar != " ", scalar != "…" {
        if LineBreaking.mayBreak(between: before.value, and: scalar.value) {
          good.insert(before)
        } else {
          bad.insert(before)
        }
      }
      previous = scalar
    }
    return good.subtracting(bad)
  }

  /// Cuts the text behind what fits on a line of the first stretch that breaks nowhere and does not.
  private mutating func cutRuns(_ breaking: Set<Unicode.Scalar>) {
    var width = DisplayWidth()
    var run = 0
    var index = 0
    while index < bytes.count {
      let scalar = UTF8Scalar(in: bytes.span, at: index)
      run += width.advance(over: scalar.value)
      if run > Self.longestRun { return end(at: index) }
      let isBreaking = Unicode.Scalar(scalar.value).map(breaking.contains) ?? false
      if scalar.value == 0x20 || isBreaking { run = 0 }
      index += scalar.length
    }
  }
}
