internal import Catalogue

extension MessageTemplate {
  /// Takes a message of the catalogue apart.
  ///
  /// - Complexity: O(*n*) in its length.
  init(_ message: String) {
    let text = Self.plain(Array(message.utf8))
    let ranges = Placeholders.ranges(in: text)
    // Placeholders part words but are none.
    var masked = text
    for range in ranges {
      for index in range { masked[index] = 0x20 }
    }
    var words = LineTokens()
    words.read(masked.span)
    compile(text, ranges: ranges, words: words.tokens)
  }

  private mutating func compile(
    _ text: [UInt8], ranges: [Range<Int>], words: [LineTokens.Token]
  ) {
    /// The first word behind what was read.
    var word = 0
    /// The end of the last fixed word or placeholder.
    var end = 0
    var gap: Gap?
    /// The end of the last placeholder with the letters that touch it; -1 behind a fixed word.
    var reach = -1

    for (index, range) in ranges.enumerated() {
      var prefix: LineTokens.Token?
      while word < words.count, words[word].end <= range.lowerBound {
        let token = words[word]
        word += 1
        if token.end == range.lowerBound, Self.merges(token, in: text) {
          prefix = token
        } else {
          append(token, closing: &gap)
          end = Int(token.end)
          reach = -1
        }
      }
      var suffix: LineTokens.Token?
      if word < words.count, Int(words[word].start) == range.upperBound,
        Self.merges(words[word], in: text)
      {
        suffix = words[word]
        if index + 1 == ranges.count || ranges[index + 1].lowerBound != Int(words[word].end) {
          word += 1
        }
      }
      let start = prefix.map { Int($0.start) } ?? range.lowerBound
      let isNumeric = Self.isNumeric(text[range])
      var open = gap ?? Gap()
      open.holes += 1
      // What touches the placeholder before it makes one word with that.
      if start > reach || reach < 0 {
        open.fewestWords += isNumeric || prefix != nil || suffix != nil ? 1 : 0
        if let prefix, !Self.isNumberPrefix(text[prefix.range]) { open.isNumeric = false }
      }
      open.isNumeric = open.isNumeric && isNumeric
      gap = open
      reach = suffix.map { Int($0.end) } ?? range.upperBound
      holes.append(Hole(before: Array(text[end..<range.lowerBound])))
      end = range.upperBound
      let next = index + 1 < ranges.count ? ranges[index + 1].lowerBound : Int.max
      let following = nextFixedWord(word, of: words, in: text, placeholder: next)
      if let following {
        holes[holes.count - 1].after = Array(text[end..<Int(following.start)])
      } else if next == .max {
        holes[holes.count - 1].after = Array(text[end...])
      }
    }
    while word < words.count {
      append(words[word], closing: &gap)
      word += 1
    }
    if let gap { items.append(Self.code(of: gap)) }
  }

  /// The next word, if it stands before the next placeholder and does not touch that.
  private func nextFixedWord(
    _ word: Int, of words: [LineTokens.Token], in text: [UInt8], placeholder: Int
  ) -> LineTokens.Token? {
    guard word < words.count, words[word].end <= placeholder else { return nil }
    let token = words[word]
    return Int(token.end) == placeholder && Self.merges(token, in: text) ? nil : token
  }

  private mutating func append(_ token: LineTokens.Token, closing gap: inout Gap?) {
    if let open = gap { items.append(Self.code(of: open)) }
    gap = nil
    items.append(Self.code(ofWord: token.hash))
  }

  /// Whether a word beside a placeholder makes one word with what is put there: not if it is a
  /// character that is a word of its own, nor Hangul.
  private static func merges(_ token: LineTokens.Token, in text: [UInt8]) -> Bool {
    !token.isCharacter && !(0xEA...0xED).contains(text[Int(token.start)])
  }

  private static func isNumberPrefix(_ word: ArraySlice<UInt8>) -> Bool {
    word.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? true
  }

  /// Whether a placeholder stands for a number: by the letter that ends the conversion.
  private static func isNumeric(_ placeholder: ArraySlice<UInt8>) -> Bool {
    guard !placeholder.contains(UInt8(ascii: "S")) else { return false }
    var letters = placeholder.reversed().drop { $0 == UInt8(ascii: "!") }
    guard let letter = letters.popFirst() else { return false }
    switch letter {
    case UInt8(ascii: "d"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
      UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "e"), UInt8(ascii: "f"),
      UInt8(ascii: "g"), UInt8(ascii: "p"):
      return true
    default:
      return false
    }
  }

  /// The text as a product prints it: without what Markdown and HTML left in it.
  private static func plain(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") }) else {
      return text
    }
    var plain: [UInt8] = []
    plain.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "\\"), index + 1 < text.count,
        isEscapable(text[index + 1])
      {
        index += 1
      } else if text[index] == UInt8(ascii: "&"), let end = endOfEntity(in: text, from: index) {
        plain.append(0x20)
        index = end
        continue
      }
      plain.append(text[index])
      index += 1
    }
    return plain
  }

  private static func isEscapable(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "#"), UInt8(ascii: "`"),
      UInt8(ascii: "|"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  /// Where an entity ends that stands for a sign: `&lt;`, `&#39;`.
  private static func endOfEntity(in text: [UInt8], from start: Int) -> Int? {
    let longest = 8
    var index = start + 1
    while index < text.count, index - start <= longest {
      let byte = text[index]
      if byte == UInt8(ascii: ";") { return index > start + 1 ? index + 1 : nil }
      guard
        byte == UInt8(ascii: "#") || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
          || byte >= 0x30 && byte <= 0x39
      else { return nil }
      index += 1
    }
    return nil
  }
}
