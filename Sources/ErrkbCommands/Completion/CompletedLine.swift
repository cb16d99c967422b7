/// A command line whose word under the cursor a shell wants to complete.
struct CompletedLine {
  /// The words as they were typed, with their quotes.
  private let words: [String]
  /// Where the word that is completed stands among them.
  private let index: Int
  /// What of that word stands before the cursor, or of the value in it after `--option=`.
  let typed: String

  /// Of what ArgumentParser hands over: its prefix is that of the last word.
  init(words: [String], index: Int, prefix: String) {
    self.words = words
    self.index = index
    let word = index < words.count - 1 && index >= 0 ? words[index] : prefix
    // Bash parts words at the sign, which is then one itself.
    typed = word == "=" ? "" : PlainOption(word)?.value ?? word
  }

  /// The value that an option has elsewhere on the line, the last one.
  func value(of option: String) -> String? {
    for place in words.indices.reversed() where place != index {
      let word = words[place]
      if word.hasPrefix("\(option)=") { return String(word.dropFirst(option.count + 1)) }
      guard word == option else { continue }
      let next = words[(place + 1)...].drop { $0 == "=" }
      if let value = next.first, next.startIndex != index { return value }
    }
    return nil
  }

  /// Those of the names that go on from what was typed, as they are to be typed.
  ///
  /// Shells compare letters with their case, errkb without: what was typed stays, and where a name
  /// does not begin with it letter by letter, small letters are followed by small ones. Bash expands
  /// what it is offered before it offers it, so a name in which any shell might find something to act
  /// on is left out.
  func continued(by names: [String]) -> [String] {
    let beginning = typed.lowercased()
    return names.compactMap { name in
      guard Self.isPlain(name) else { return nil }
      if name.hasPrefix(typed) { return name }
      let small = name.lowercased()
      guard small.hasPrefix(beginning) else { return nil }
      return typed + (typed == beginning ? small : name).dropFirst(typed.count)
    }
  }

  /// The same for the last of names that commas part.
  func continuedList(by names: [String]) -> [String] {
    guard let comma = typed.lastIndex(of: ",") else { return continued(by: names) }
    let head = typed[...comma]
    let last = CompletedLine(
      words: [], index: 0, prefix: String(typed[typed.index(after: comma)...]))
    return last.continued(by: names).map { head + $0 }
  }

  /// Whether a name is but letters, digits, `_`, `-` and `.`.
  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"),
          UInt8(ascii: "."):
          true
        default: false
        }
      }
  }
}
