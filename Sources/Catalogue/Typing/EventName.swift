/// What looks like the name of an event in a text: `MSSQLSERVER_10061`, `C2065`, `823`.
struct EventName: Hashable {
  /// The source, where the name has it as a prefix.
  let source: String?
  let id: EventID

  /// The names in a text, best form first: with a source, then letters and digits in a shape that
  /// some source is known to use, then capitals and digits, then bare numbers.
  ///
  /// Only the best form that occurs is returned.
  static func names(in text: String, vocabulary: Vocabulary) -> [EventName] {
    let words = Self.words(of: text)
    let prefixed = words.compactMap(\.prefixed)
    if !prefixed.isEmpty { return prefixed.uniqued() }
    let shaped = words.filter { vocabulary.source(forID: $0.text) != nil && $0.hasLetters }
    if !shaped.isEmpty {
      // `C999 through C1999`: the end of a range may be shorter than an ID.
      let letters = Set(shaped.map(\.letters))
      return words.filter { $0.hasDigits && letters.contains($0.letters) }
        .map { EventName(source: nil, id: EventID($0.text.uppercased())) }.uniqued()
    }
    let coded = words.filter(\.isCode)
    if !coded.isEmpty {
      return coded.map { EventName(source: nil, id: EventID($0.text)) }.uniqued()
    }
    return words.compactMap(\.number).map { EventName(source: nil, id: EventID($0)) }.uniqued()
  }

  /// The IDs that a file's name gives: `mssqlserver-18456-database-engine-error`, `neg2`, `c2065`.
  static func ids(inFileName name: String, vocabulary: Vocabulary) -> [EventID] {
    var parts = parts(ofFileName: name)
    // `ora-00942`: the hyphen belongs to the ID.
    let hyphenated = zip(parts, parts.dropFirst()).map { "\($0)-\($1)" }
      .filter { vocabulary.source(forID: $0) != nil }
    if !hyphenated.isEmpty { return hyphenated.map { EventID($0.uppercased()) } }
    parts = parts.map { part in
      let lower = part.lowercased()
      guard lower.hasPrefix("neg"), Int(lower.dropFirst(3)) != nil else { return part }
      return "-" + lower.dropFirst(3)
    }
    let shaped = parts.filter {
      $0.utf8.contains { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
        && vocabulary.source(forID: $0) != nil
    }
    if !shaped.isEmpty { return shaped.map { EventID($0.uppercased()) } }
    let coded = parts.map { Word(text: $0.uppercased()) }.filter(\.isCode)
    if !coded.isEmpty { return coded.map { EventID($0.text) } }
    // `003` numbers a file, not an event.
    return parts.filter { Int($0) != nil && ($0 == "0" || !$0.hasPrefix("0")) }.map { EventID($0) }
  }

  /// Whether a file's name says that it is about an event: it is a number and nothing else, or a
  /// word such as `error` stands in it.
  static func isAboutEvent(fileName name: String, vocabulary: Vocabulary) -> Bool {
    let parts = parts(ofFileName: name)
    if parts.contains(where: vocabulary.isEventWord) { return true }
    return parts.count == 1 && (Int(name) != nil || Int(name.dropFirst(3)) != nil)
  }

  /// The source that a file's name gives before a bare number, in capitals:
  /// `mssqlserver-832-database-engine-error`; none where that word only says what the number is.
  static func source(inFileName name: String, vocabulary: Vocabulary) -> String? {
    let parts = parts(ofFileName: name)
    for (word, number) in zip(parts, parts.dropFirst()) {
      let digits = number.lowercased().hasPrefix("neg") ? number.dropFirst(3) : number[...]
      guard Int(digits) != nil, word.utf8.count > 2, !vocabulary.isEventWord(word),
        word.utf8.allSatisfy({ ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A })
      else { continue }
      return word.uppercased()
    }
    return nil
  }

  /// What stands between the hyphens, underscores, blanks and points of a file's name.
  private static func parts(ofFileName name: String) -> [String] {
    name.utf8.split { byte in
      byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == 0x20
        || byte == UInt8(ascii: ".")
    }.map { String(Substring($0)) }
  }

  /// The letters that an ID begins with, in capitals: what is left to name its source by.
  static func letters(of id: EventID) -> String {
    String(Word(text: id.text).letters.prefix { $0 != "-" })
  }

  /// A run of letters, digits, signs and underscores.
  private struct Word {
    let text: String

    var hasLetters: Bool { text.utf8.contains { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A } }

    var hasDigits: Bool { text.utf8.contains { $0 >= 0x30 && $0 <= 0x39 } }

    /// The letters before the first digit, in capitals.
    var letters: String {
      String(decoding: text.utf8.prefix { !($0 >= 0x30 && $0 <= 0x39) }, as: UTF8.self).uppercased()
    }

    /// Whether the word is capitals and then at least three digits, with a hyphen between or not:
    /// the code of some product.
    var isCode: Bool {
      let capitals = text.utf8.prefix { $0 >= 0x41 && $0 <= 0x5A }
      var digits = text.utf8.dropFirst(capitals.count)
      if digits.first == UInt8(ascii: "-") { digits = digits.dropFirst() }
      return (1...10).contains(capitals.count) && (3...8).contains(digits.count)
        && digits.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }

    /// The text as a number, sign and all.
    var number: String? { Int(text) != nil && !text.hasPrefix("+") ? text : nil }

    /// A source and an ID where the word is `SOURCE_ID`: capitals, then digits with a sign or not.
    var prefixed: EventName? {
      guard let underscore = text.lastIndex(of: "_") else { return nil }
      let source = text[..<underscore]
      let id = text[text.index(after: underscore)...]
      let capitals = source.utf8.allSatisfy {
        ($0 >= 0x41 && $0 <= 0x5A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x5F
      }
      let lowered = source.utf8.allSatisfy {
        ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x5F
      }
      guard source.utf8.count > 2, capitals || lowered,
        source.utf8.first.map({ $0 > 0x39 }) == true,
        Int(id) != nil
      else { return nil }
      return EventName(source: source.uppercased(), id: EventID(String(id)))
    }
  }

  private static func words(of text: String) -> [Word] {
    var words: [Word] = []
    var current: [UInt8] = []
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let isLetterOrDigit =
        (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A)
      let isSign =
        byte == UInt8(ascii: "-") && (current.isEmpty || current.last == UInt8(ascii: "_"))
        && index + 1 < bytes.count && bytes[index + 1] >= 0x30 && bytes[index + 1] <= 0x39
      // `ORA-00942`: a hyphen between capitals and digits.
      let isHyphen =
        byte == UInt8(ascii: "-") && (2...10).contains(current.count)
        && current.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
        && index + 1 < bytes.count && bytes[index + 1] >= 0x30 && bytes[index + 1] <= 0x39
      if isLetterOrDigit || byte == UInt8(ascii: "_") || isSign || isHyphen {
        current.append(byte)
      } else if current.last == UInt8(ascii: "_"), byte == 0x20 || byte == 0xC2 || byte == 0xA0 {
        // `MSSQLSERVER_ 1`: a blank that a translation put in, a no-break space perhaps.
      } else if !current.isEmpty {
        words.append(Word(text: String(decoding: current, as: UTF8.self)))
        current = []
      }
      index += 1
    }
    if !current.isEmpty { words.append(Word(text: String(decoding: current, as: UTF8.self))) }
    return words
  }
}
