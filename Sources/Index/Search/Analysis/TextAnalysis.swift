internal import Catalogue
internal import Diagnostics

/// Takes texts of one locale apart into terms, the same way for the index and for what is looked
/// for in it.
///
/// A word is a run of letters and digits: it is written in small letters, its ending is taken off
/// where the language has a stemmer, and then its accents. So `sp_configure` is two words in a row.
/// In scripts without blanks between words, and in Korean, a run becomes pairs of characters that
/// overlap, and its last character by itself: 数据库 becomes 数据, 据库 and 库. So every piece of a
/// run is found: one character as what begins with it, more as their pairs in a row.
///
/// Terms hold ASCII letters and digits and characters beyond ASCII only, which the tokenizer `ascii`
/// of FTS5 takes as they are.
struct TextAnalysis {
  /// A term and where it stands in its text, in bytes.
  struct Token {
    var start: Int32
    /// Where its first character ends, if it is one of a script without blanks, else the word.
    var firstEnd: Int32
    var end: Int32
    /// Where the term lies in `terms`.
    var termStart: Int32
    var termEnd: Int32
    var kind: Kind

    var range: Range<Int> { Int(start)..<Int(end) }
    var term: Range<Int> { Int(termStart)..<Int(termEnd) }
  }

  /// A character of a script without blanks, and where it stands.
  private struct Character {
    var scalar: UInt32
    var start: Int32
    var end: Int32
  }

  /// What a term was made of.
  enum Kind: UInt8 {
    case word
    /// Two characters of a script without blanks.
    case pair
    /// The last character of a run of them.
    case last
  }

  /// A set of ASCII letters and digits with which terms begin: endings change, beginnings do not.
  struct Initials {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    func contains(_ byte: UInt8) -> Bool {
      (byte < 64 ? low >> UInt64(byte) : high >> UInt64(byte & 63)) & 1 == 1
    }

    mutating func insert(_ byte: UInt8) {
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
    }
  }

  /// The terms of what has been read, each followed by a blank: what is written to the index.
  private(set) var terms: [UInt8] = []
  /// The same terms and their places; empty unless places are kept.
  private(set) var tokens: [Token] = []
  /// How many terms there are.
  private(set) var count = 0

  /// What the words of interest begin with: the terms of others are left empty.
  var initials: Initials?

  private let stemmer: Stemmer?
  private let keepsPlaces: Bool
  private let lexicon: Lexicon?

  // Kept between words, for their room.
  private var word: [UInt8] = []
  private var folded: [UInt8] = []
  private var run: [Character] = []

  /// An analysis of texts in a locale; `keepsPlaces` fills `tokens`, a lexicon remembers words.
  init(of locale: LocaleTag, keepsPlaces: Bool = false, lexicon: Lexicon? = nil) {
    self.init(stemmer: Stemmer(for: locale), keepsPlaces: keepsPlaces, lexicon: lexicon)
  }

  /// An analysis with a stemmer, or none.
  init(stemmer: Stemmer?, keepsPlaces: Bool = false, lexicon: Lexicon? = nil) {
    self.stemmer = stemmer
    self.keepsPlaces = keepsPlaces
    self.lexicon = lexicon
  }

  /// Forgets what has been read.
  mutating func clear() {
    terms.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
    count = 0
  }

  /// Reads a text of UTF-8 and appends its terms; bytes that are not UTF-8 part words.
  ///
  /// - Complexity: O(*n*) in the bytes of the text.
  mutating func read(_ text: Span<UInt8>) {
    var position = 0
    while position < text.count {
      let byte = text[position]
      if byte < 0x80 {
        if Self.isWordByte(byte) {
          position = readWord(from: position, in: text)
        } else {
          position += 1
        }
        continue
      }
      let scalar = UTF8Scalar(in: text, at: position)
      switch Letter.kind(of: scalar.value) {
      case .letter: position = readWord(from: position, in: text)
      case .unspaced: position = readRun(from: position, in: text)
      case .separator, .mark: position += scalar.length
      }
    }
  }

  /// Reads a text and appends its terms.
  mutating func read(_ text: String) { read(text.utf8.span) }

  static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x30 && byte <= 0x39
  }
}

// MARK: - Words

extension TextAnalysis {
  private mutating func readWord(from start: Int, in text: Span<UInt8>) -> Int {
    word.removeAll(keepingCapacity: true)
    var isASCII = true
    // The last letter and where it begins in `word`, for a mark that may join it.
    var last: (scalar: UInt32, start: Int)?
    var position = start
    scan: while position < text.count {
      let byte = text[position]
      if byte < 0x80 {
        guard Self.isWordByte(byte) else { break }
        word.append(byte.asciiLowercased)
        position += 1
        continue
      }
      let scalar = UTF8Scalar(in: text, at: position)
      switch Letter.kind(of: scalar.value) {
      case .separator, .unspaced:
        break scan
      case .mark:
        if last == nil, let byte = word.last { last = (UInt32(byte), word.count - 1) }
        if let before = last, let whole = Letter.composed(before.scalar, scalar.value) {
          word.removeLast(word.count - before.start)
          last = (whole, before.start)
          Letter.append(whole, to: &word)
          isASCII = false
        }
      case .letter:
        isASCII = false
        let start = word.count
        if scalar.value >= 0x2000 {
          // Full-width letters, ligatures and the like: their language writes them otherwise.
          Letter.appendFolded(scalar.value, to: &word)
          last = nil
        } else {
          let small = Letter.lowercased(scalar.value)
          Letter.append(small, to: &word)
          last = (small, start)
        }
        position += scalar.length
        continue
      }
      position += scalar.length
    }
    appendWord(start..<position, isASCII: isASCII)
    return position
  }

  private mutating func appendWord(_ range: Range<Int>, isASCII: Bool) {
    guard !word.isEmpty else { return }
    let start = terms.count
    if let initials, word[0] < 0x80, !initials.contains(word[0]) {
      append(range, firstEnd: range.upperBound, termStart: start, .word)
      return
    }
    if let lexicon, let entry = lexicon.entry(of: word) {
      lexicon.appendTerm(of: entry, to: &terms)
      lexicon.count(entry)
    } else {
      appendTerm(isASCII: isASCII)
      if let lexicon {
        folded.removeAll(keepingCapacity: true)
        Self.append(folding: word, isASCII: isASCII, to: &folded)
        lexicon.add(word, folded: folded, term: terms[start...])
      }
    }
    append(range, firstEnd: range.upperBound, termStart: start, .word)
  }

  /// Appends the term of `word`.
  private mutating func appendTerm(isASCII: Bool) {
    guard let stemmer, word.contains(where: { $0 > 0x39 }), word.count <= Self.longestStemmed else {
      Self.append(folding: word, isASCII: isASCII, to: &terms)
      return
    }
    folded.removeAll(keepingCapacity: true)
    let word = word
    stemmer.appendStem(of: word.span, to: &folded)
    // No stemmer leaves nothing of a word, but if one did, it must be found nevertheless.
    Self.append(folding: folded.isEmpty ? word : folded, isASCII: isASCII, to: &terms)
  }

  /// What is longer is no word of a language, and stemmers are not made for it.
  private static let longestStemmed = 64

  private static func append(folding bytes: [UInt8], isASCII: Bool, to output: inout [UInt8]) {
    guard !isASCII else {
      output.append(contentsOf: bytes)
      return
    }
    let text = bytes.span
    var position = 0
    while position < text.count {
      let scalar = UTF8Scalar(in: text, at: position)
      Letter.appendFolded(scalar.value, to: &output)
      position += scalar.length
    }
  }

  private mutating func append(
    _ range: Range<Int>, firstEnd: Int, termStart: Int, _ kind: Kind
  ) {
    if keepsPlaces {
      tokens.append(
        Token(
          start: Int32(range.lowerBound), firstEnd: Int32(firstEnd), end: Int32(range.upperBound),
          termStart: Int32(termStart), termEnd: Int32(terms.count), kind: kind))
    }
    terms.append(0x20)
    count += 1
  }
}

// MARK: - Runs without blanks

extension TextAnalysis {
  private mutating func readRun(from start: Int, in text: Span<UInt8>) -> Int {
    run.removeAll(keepingCapacity: true)
    var position = start
    scan: while position < text.count, text[position] >= 0x80 {
      let scalar = UTF8Scalar(in: text, at: position)
      let end = position + scalar.length
      switch Letter.kind(of: scalar.value) {
      case .unspaced:
        // Half-width kana and compatibility forms; voicing marks fold to those that join.
        let letter = Letter.folded(scalar.value)
        if let last = run.last, let whole = Letter.composed(last.scalar, letter) {
          run[run.count - 1] = Character(scalar: whole, start: last.start, end: Int32(end))
        } else {
          run.append(Character(scalar: letter, start: Int32(position), end: Int32(end)))
        }
      case .mark:
        break
      case .separator, .letter:
        break scan
      }
      position = end
    }
    appendRun()
    return position
  }

  private mutating func appendRun() {
    for index in run.indices {
      let character = run[index]
      let termStart = terms.count
      Letter.append(character.scalar, to: &terms)
      var end = character.end
      if index + 1 < run.count {
        Letter.append(run[index + 1].scalar, to: &terms)
        end = run[index + 1].end
      }
      lexicon?.count(pair: terms[termStart...])
      append(
        Int(character.start)..<Int(end), firstEnd: Int(character.end), termStart: termStart,
        index + 1 < run.count ? .pair : .last)
    }
  }
}
