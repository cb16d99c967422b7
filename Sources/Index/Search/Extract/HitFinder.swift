internal import Catalogue

/// Finds in a text what the index found in it: the same terms, with their places.
struct HitFinder {
  /// A place where a unit stands.
  struct Hit {
    var range: Range<Int>
    var unit: Int
  }

  private var analysis: TextAnalysis
  private let units: [SearchUnit]

  /// A finder of units in texts of a locale.
  init(_ units: [SearchUnit], locale: LocaleTag) {
    self.units = units
    analysis = TextAnalysis(of: locale, keepsPlaces: true)
    var initials = TextAnalysis.Initials()
    for unit in units {
      for phrase in unit.phrases {
        for case let byte? in phrase.terms.map(\.first) where byte < 0x80 { initials.insert(byte) }
      }
    }
    analysis.initials = initials
  }

  /// Every place where a unit stands, in order; those of one unit may overlap those of another.
  mutating func hits(in text: Span<UInt8>) -> [Hit] {
    analysis.clear()
    analysis.read(text)
    var hits: [Hit] = []
    for index in analysis.tokens.indices where !analysis.tokens[index].term.isEmpty {
      for (number, unit) in units.enumerated() {
        let ends = unit.phrases.compactMap { end(of: $0, at: index) }
        guard let end = ends.max() else { continue }
        hits.append(Hit(range: Int(analysis.tokens[index].start)..<end, unit: number))
      }
    }
    return hits
  }

  /// Where a phrase ends that begins at a token; nil where it does not.
  private func end(of phrase: SearchUnit.Phrase, at first: Int) -> Int? {
    let tokens = analysis.tokens
    let last = first + phrase.terms.count - 1
    guard last < tokens.count else { return nil }
    for (offset, term) in phrase.terms.enumerated() {
      let found = analysis.terms[tokens[first + offset].term]
      let isPrefix = phrase.isPrefix && first + offset == last
      guard isPrefix ? found.starts(with: term) : found.elementsEqual(term) else { return nil }
    }
    // Of a pair that begins with the only character looked for, that character.
    let isFirstOnly = phrase.isPrefix && tokens[last].kind == .pair
    return Int(isFirstOnly ? tokens[last].firstEnd : tokens[last].end)
  }
}
