internal import Catalogue

/// Turns what was typed into the terms that the index has for it in some locales.
struct QueryCompiler {
  private let reader: CatalogueReader
  private let layout: SearchLayout
  /// The locales by their places in the layout.
  private let locales: [Int]
  /// One for each stemmer that the pages of the locales went through.
  private var analyses: [TextAnalysis]
  private var plain = TextAnalysis(stemmer: nil, keepsPlaces: true)

  /// A word has hardly more forms than this; a beginning may have many.
  private static let mostTerms = 24
  /// A phrase of several words that each have several forms is looked for in so many ways.
  private static let mostPhrases = 16
  /// Words of a phrase that are looked at.
  private static let longestPhrase = 32

  init(_ reader: CatalogueReader, layout: SearchLayout, locales: [Int]) {
    self.reader = reader
    self.layout = layout
    self.locales = locales
    var languages: [String] = []
    analyses = []
    for locale in locales {
      let tag = layout.locales[locale].tag
      guard !languages.contains(tag.language) else { continue }
      languages.append(tag.language)
      analyses.append(TextAnalysis(of: tag, keepsPlaces: true))
    }
  }

  /// The units of a query, in order; items without a letter or digit are none.
  mutating func units(of query: SearchQuery) throws(CatalogueError) -> [SearchUnit] {
    var units: [SearchUnit] = []
    for item in query.items {
      guard let unit = try unit(of: item), !units.contains(unit) else { continue }
      units.append(unit)
    }
    return units
  }

  /// The unit of an item, or nil where there is nothing to look for in it.
  mutating func unit(of item: SearchQuery.Item) throws(CatalogueError) -> SearchUnit? {
    read(item.text)
    let tokens = plain.tokens
    guard !tokens.isEmpty else { return nil }
    var steps: [Step] = []
    for index in tokens.indices.prefix(Self.longestPhrase) {
      let isLast = index == tokens.count - 1
      if isLast, index > 0, tokens[index].kind == .last, tokens[index - 1].kind == .pair {
        // The last character of a run ends the pair before it; in the text the run may go on.
        break
      }
      steps.append(try step(at: index, isPrefix: isLast && item.isPrefix, isLast: isLast))
    }
    let phrases = Self.phrases(of: steps)
    let rows = steps.map(\.rows).min() ?? 0
    return SearchUnit(
      phrases: phrases, isExcluded: item.isExcluded, rows: rows,
      isDivisible: !item.isPhrase && !item.isExcluded && steps.count > 1,
      isWeak: !item.isPhrase && tokens.count == 1
        && QuestionWords.contains(plain.terms[tokens[0].term]))
  }

  /// The pieces of a unit that was found nowhere as a whole.
  mutating func pieces(of item: SearchQuery.Item) throws(CatalogueError) -> [SearchUnit] {
    read(item.text)
    var units: [SearchUnit] = []
    for index in plain.tokens.indices.prefix(Self.longestPhrase) {
      let token = plain.tokens[index]
      let isLast = index == plain.tokens.count - 1
      if token.kind == .last, index > 0, plain.tokens[index - 1].kind == .pair { continue }
      let step = try step(at: index, isPrefix: isLast && item.isPrefix, isLast: isLast)
      let unit = SearchUnit(
        phrases: Self.phrases(of: [step]), rows: step.rows,
        isWeak: token.kind == .pair
          ? isHiragana(plain.terms[token.term]) : QuestionWords.contains(plain.terms[token.term]))
      if !units.contains(unit) { units.append(unit) }
    }
    return units
  }

  private mutating func read(_ text: String) {
    plain.clear()
    plain.read(text)
    for index in analyses.indices {
      analyses[index].clear()
      analyses[index].read(text)
    }
  }

  private func isHiragana(_ pair: ArraySlice<UInt8>) -> Bool {
    String(decoding: pair, as: UTF8.self).unicodeScalars.contains { Letter.isHiragana($0.value) }
  }
}

// MARK: - Terms

extension QueryCompiler {
  /// What may stand at one place of a phrase.
  private struct Step {
    /// Whole terms.
    var terms: [[UInt8]] = []
    /// What a term may begin with.
    var prefix: [UInt8]?
    var rows = 0
  }

  private func step(
    at index: Int, isPrefix: Bool, isLast: Bool
  ) throws(CatalogueError) -> Step {
    let token = plain.tokens[index]
    let folded = Array(plain.terms[token.term])
    var step = Step()
    switch token.kind {
    case .pair:
      step.terms = [folded]
      step.rows = try rows(of: folded)
      return step
    case .last:
      // A single character: as a piece of a run, or the last of one before a word.
      if isLast { step.prefix = folded } else { step.terms = [folded] }
      step.rows = try rows(of: folded)
      return step
    case .word:
      break
    }
    if isPrefix { return try prefixStep(folded) }
    for locale in locales {
      try reader.asking(.searchWord) { statement throws(SQLiteError) in
        try statement.bind(locale).bind(text: folded[...])
        while try statement.step() {
          Self.add(statement.bytes(0), to: &step.terms)
          step.rows += statement.integer(1)
        }
      }
    }
    for analysis in analyses where index < analysis.tokens.count {
      Self.add(Array(analysis.terms[analysis.tokens[index].term]), to: &step.terms)
    }
    step.rows = max(step.rows, SearchWriter.fewRows / 2)
    return step
  }

  /// A beginning of words: of their terms, and of words whose terms are shorter.
  private func prefixStep(_ folded: [UInt8]) throws(CatalogueError) -> Step {
    var step = Step(prefix: folded)
    for locale in locales {
      try reader.asking(.searchWordsFrom) { statement throws(SQLiteError) in
        try statement.bind(locale).bind(text: folded[...]).bind(text: (folded + [0xFF])[...])
        while try statement.step() {
          let term = statement.bytes(0)
          if !term.starts(with: folded) { Self.add(term, to: &step.terms) }
          step.rows = max(step.rows, statement.integer(1))
        }
      }
    }
    step.rows = max(step.rows, SearchWriter.fewRows / 2)
    return step
  }

  private func rows(of pair: [UInt8]) throws(CatalogueError) -> Int {
    var rows = 0
    for locale in locales {
      try reader.asking(.searchWord) { statement throws(SQLiteError) in
        try statement.bind(locale).bind(text: pair[...])
        while try statement.step() { rows += statement.integer(1) }
      }
    }
    return max(rows, SearchWriter.fewRows / 2)
  }

  private static func add(_ term: [UInt8], to terms: inout [[UInt8]]) {
    if terms.count < mostTerms, !term.isEmpty, !terms.contains(term) { terms.append(term) }
  }

  /// Every way to walk through the steps, as far as there are not too many.
  private static func phrases(of steps: [Step]) -> [SearchUnit.Phrase] {
    var phrases = [SearchUnit.Phrase(terms: [])]
    for step in steps {
      var longer: [SearchUnit.Phrase] = []
      for phrase in phrases {
        for term in step.terms { longer.append(SearchUnit.Phrase(terms: phrase.terms + [term])) }
        if let prefix = step.prefix {
          longer.append(SearchUnit.Phrase(terms: phrase.terms + [prefix], isPrefix: true))
        }
      }
      phrases = Array(longer.prefix(steps.count == 1 ? mostTerms + 1 : mostPhrases))
    }
    return phrases
  }
}
