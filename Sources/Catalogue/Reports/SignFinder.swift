/// Finds what tells one thing to try from another.
struct SignFinder {
  private let vocabulary: ReportVocabulary
  private static let longestHead = 16
  private static let mostWords = 64

  init(_ vocabulary: ReportVocabulary = .standard) { self.vocabulary = vocabulary }

  /// The signs of a fix: of its title or text, of what stands under it, and of its code.
  func signs(of text: String, body: String = "", code: [String]) -> FixSigns {
    let words = ReportWords(text)
    let clause = head(of: words)
    var head = read(words, clause)
    // What a condition names tells fixes apart all the same.
    for index in 0..<clause.lowerBound where words.words[index].isName {
      append(words, index, 0..<clause.lowerBound, to: &head.signs)
    }
    var signs = FixSigns(code: lines(of: code), actions: head.actions)
    signs.head = Self.sorted(head.signs, most: Self.longestHead)
    let rest = read(words, words.words.indices).signs
    let below = ReportWords(body)
    signs.all = Self.sorted(
      head.signs + rest + read(below, below.words.indices).signs, most: Self.mostWords)
    return signs
  }

  /// The signs of a report, all of whose words count but those of its phrases.
  func signs(ofReport sentences: [ReportWords], code: [String]) -> FixSigns {
    var found: [FixSigns.Sign] = []
    var actions: UInt64 = 0
    for sentence in sentences {
      var covered = Set<Int>()
      for match in vocabulary.verdicts.matches(sentence.words) {
        guard case .outcome = match.meaning else { continue }
        covered.formUnion(match.words)
      }
      let part = read(sentence, sentence.words.indices, without: covered)
      found += part.signs
      actions |= part.actions
    }
    let signs = Self.sorted(found, most: Self.longestHead)
    return FixSigns(head: signs, all: signs, code: lines(of: code), actions: actions)
  }

  // MARK: The clause

  /// The words of the clause that says what to do: the first that says something, without the
  /// condition before it.
  private func head(of text: ReportWords) -> Range<Int> {
    let words = text.words
    guard !words.isEmpty else { return 0..<0 }
    var start = 0
    if case .condition? = vocabulary.roles.match(words, at: 0)?.meaning {
      let comma = (1..<words.count).first { Self.endsAtComma(text, before: $0) }
      start = comma ?? 0
    }
    var end = start + 1
    while end < words.count {
      if Self.endsClause(text, before: end) {
        let part = read(text, start..<end)
        let fewestSigns = 2
        if part.signs.count + part.actions.nonzeroBitCount >= fewestSigns { break }
      }
      end += 1
    }
    return start..<end
  }

  /// The bytes between a word and the one before it.
  private static func gap(_ text: ReportWords, before word: Int) -> ArraySlice<UInt8> {
    text.bytes[text.words[word - 1].range.upperBound..<text.words[word].range.lowerBound]
  }

  private static func endsAtComma(_ text: ReportWords, before word: Int) -> Bool {
    let gap = gap(text, before: word)
    return gap.first == UInt8(ascii: ",") || gap.starts(with: "、".utf8)
      || gap.starts(with: "，".utf8)
  }

  /// Whether a sentence or clause ends between a word and the one before it.
  private static func endsClause(_ text: ReportWords, before word: Int) -> Bool {
    let gap = gap(text, before: word)
    // Most words have one blank between them.
    guard gap.count > 1 else { return false }
    if gap.contains(0x20), gap.contains(where: { ".:;!?".utf8.contains($0) }) { return true }
    guard gap.contains(where: { $0 >= 0x80 }) else { return false }
    return String(decoding: gap, as: UTF8.self).unicodeScalars.contains { scalar in
      switch scalar {
      case "。", "：", "；", "！", "？", "—": true
      default: false
      }
    }
  }

  // MARK: Words

  private func read(
    _ text: ReportWords, _ range: Range<Int>, without covered: Set<Int> = []
  ) -> (signs: [FixSigns.Sign], actions: UInt64) {
    var signs: [FixSigns.Sign] = []
    var actions: UInt64 = 0
    var index = range.lowerBound
    while index < range.upperBound {
      guard !covered.contains(index) else {
        index += 1
        continue
      }
      if let match = vocabulary.roles.match(text.words, at: index),
        match.words.upperBound <= range.upperBound
      {
        switch match.meaning {
        case .action(let number):
          let isUndone = isNegated(text, index)
          actions |= 1 << UInt64(isUndone ? number ^ 1 : number)
          // What stands between the parts of a verb is not the verb's: `starten Sie … neu`.
          index = match.hasGap ? index + 1 : match.words.upperBound
          continue
        case .weak(let hash):
          signs.append(FixSigns.sign(hash: hash, weight: .weak))
          index = match.words.upperBound
          continue
        case .thing(let hash):
          signs.append(FixSigns.sign(hash: hash, weight: .thing))
          index = match.words.upperBound
          continue
        case .empty, .condition:
          index = match.words.upperBound
          continue
        }
      }
      append(text, index, range, to: &signs)
      index += 1
    }
    return (signs, actions)
  }

  private func append(
    _ text: ReportWords, _ index: Int, _ range: Range<Int>, to signs: inout [FixSigns.Sign]
  ) {
    let word = text.words[index]
    let next = index + 1 < range.upperBound ? text.words[index + 1] : nil
    if word.isCharacter {
      // Two characters are about a word; hiragana are endings and particles.
      guard !Self.isHiragana(word) else { return }
      guard let next, next.isCharacter, next.range.lowerBound == word.range.upperBound else {
        return
      }
      let text = Self.isHiragana(next) ? word.text : word.text + next.text
      signs.append(Self.sign(text, .plain))
      return
    }
    let isShort = word.text.unicodeScalars.count < 3
    if !isShort || word.isName {
      signs.append(Self.sign(Self.stem(word.text), word.isName ? .strong : .plain))
    }
    guard let next, !next.isCharacter else { return }
    let gap = Self.gap(text, before: index + 1)
    let isCompound = gap.count == 1 && gap.first.map { "._/\\$-".utf8.contains($0) } == true
    // People write IPAll apart, too.
    let isAbbreviation = isShort && gap.elementsEqual([0x20]) && isUpper(word, text)
    if isCompound || isAbbreviation { signs.append(Self.sign(word.text + next.text, .plain)) }
  }

  private static func isHiragana(_ word: ReportWords.Word) -> Bool {
    word.text.unicodeScalars.first.map { (0x3040...0x309F).contains($0.value) } ?? false
  }

  private func isUpper(_ word: ReportWords.Word, _ text: ReportWords) -> Bool {
    word.range.count > 1 && text.bytes[word.range].allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// Whether one of the two words before says not to.
  private func isNegated(_ text: ReportWords, _ index: Int) -> Bool {
    for start in max(0, index - 2)..<index {
      guard let match = vocabulary.verdicts.match(text.words, at: start) else { continue }
      if case .negation = match.meaning { return true }
    }
    return false
  }

  /// A word without its ending, as far as that goes without knowing its language.
  static func stem(_ word: String) -> String {
    let longestStem = 6
    let scalars = word.unicodeScalars
    if scalars.count > longestStem { return String(scalars.prefix(longestStem)) }
    if scalars.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss") {
      return String(word.dropLast())
    }
    return word
  }

  private static func sign(_ word: String, _ weight: FixSigns.Weight) -> FixSigns.Sign {
    FixSigns.sign(hash: hash(word.utf8), weight: weight)
  }

  /// FNV-1a: the same on every machine.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash
  }

  /// In order, each hash once with its greatest weight, no more than so many.
  private static func sorted(_ signs: [FixSigns.Sign], most: Int) -> [FixSigns.Sign] {
    var seen = Set<UInt32>()
    // The first words say most.
    var kept: [FixSigns.Sign] = []
    for sign in signs {
      if seen.insert(sign >> 2).inserted {
        if kept.count < most { kept.append(sign) }
      } else if let place = kept.firstIndex(where: { $0 >> 2 == sign >> 2 }) {
        kept[place] = max(kept[place], sign)
      }
    }
    return kept.sorted()
  }

  // MARK: Code

  /// The hashes of the lines that do something: neither comments nor single words.
  private func lines(of code: [String]) -> [UInt32] {
    var hashes = Set<UInt32>()
    for line in code.joined(separator: "\n").split(separator: "\n") {
      let words = line.lowercased().split(whereSeparator: \.isWhitespace)
      let text = words.joined(separator: " ")
      let shortestLine = 10
      guard words.count >= 2, text.utf8.count >= shortestLine,
        !["--", "#", "//", "rem ", "::", "/*"].contains(where: text.hasPrefix)
      else { continue }
      hashes.insert(Self.hash(text.utf8))
    }
    return hashes.sorted()
  }
}
