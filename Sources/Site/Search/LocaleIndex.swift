internal import Catalogue
internal import Diagnostics
internal import Index

/// The search of one locale: gathers its terms as they pass by, then makes its files.
struct LocaleIndex {
  private let locale: SearchLayout.Locale
  private let layout: SearchLayout
  private var postings: [[UInt8]: PostingText] = [:]

  init(_ locale: SearchLayout.Locale, _ layout: SearchLayout) {
    self.locale = locale
    self.layout = layout
  }

  mutating func add(_ term: IndexedTerms.Term) {
    postings[term.text] = PostingText(term.places, layout)
  }

  /// Where the search of a locale lies, and every file of it.
  func files(
    words: [IndexedTerms.Word], events: [EventKey], names: EventNames, _ frame: Frame
  ) -> [(address: String, bytes: [UInt8])] {
    let tag = locale.tag
    let reading = WordReading(of: tag)
    let entries = entries(words, reading)
    var shards = WordShards(tag)
    for entry in entries { shards.add(entry) }
    shards.finish()
    let texts = ResultTexts(frame.catalogue, layout, events: events.count, tag)
    var scripts = shards.scripts + shards.blocks.scripts + texts.scripts(events)
    for (place, shard) in names.shards.enumerated() {
      scripts.append(SearchScript("n\(place)", of: tag, [shard]))
    }
    if reading.isStemming {
      scripts.append(SearchScript("endings", of: tag, [endings(entries, reading).text]))
    }
    let folder = SiteAddress.hexadecimal(
      Array(scripts.map { SiteAddress.hexadecimal($0.bytes) }.joined().utf8))
    let first = SearchScript("index", of: tag) { json in
      json.object { json in
        json.member("locale", tag.text)
        json.member("path", SiteAddress.folder(tag))
        json.member("folder", folder)
        json.member("rows", locale.rows)
        json.member("partBits", layout.partBits)
        json.member("textShift", texts.shift)
        json.member("isStemmed", reading.isStemming)
        json.member("weights", HitStrength.weights) { $0.integer($1) }
        json.member("words", shards.firstWords)
        json.member(
          "blocks", String(decoding: shards.blocks.directory.bytes, as: UTF8.self))
        json.member("names", names.firstNames)
        json.member("sources", Self.sources(of: events)) { json, source in
          json.array { json in
            json.string(source.name)
            json.string(SiteAddress.folder(ofSource: source.name))
            json.integer(source.first)
          }
        }
        json.member("others", Self.others(than: tag, frame.catalogue)) { json, other in
          json.array { json in
            json.string(other.text)
            json.string(SiteAddress.folder(other))
          }
        }
        json.member("questionWords", " \(QuestionWords.words)")
        json.key("notes")
        json.object { json in
          for note in Self.notes { json.member(note.rawValue, frame.words(tag)[note]) }
        }
      }
    }
    return [(SiteAddress.searchIndex(tag), first.bytes)]
      + scripts.map { (SiteAddress.searchFile($0.name, in: folder, tag), $0.bytes) }
  }

  /// What is said of results.
  private static let notes: [InterfaceWords.Key] = [
    .foundInLocale, .foundOneInLocale, .shownInLocale, .nothingFoundNotice, .searchFallbackNotice,
    .emptySearchNotice,
  ]

  /// The sources, each with the number of its first event.
  private static func sources(of events: [EventKey]) -> [(name: String, first: Int)] {
    var sources: [(name: String, first: Int)] = []
    for (place, event) in events.enumerated() where event.source != sources.last?.name {
      sources.append((event.source, place + 1))
    }
    return sources
  }

  /// The other locales in the order in which they stand in for one.
  private static func others(than locale: LocaleTag, _ catalogue: SiteCatalogue) -> [LocaleTag] {
    var left = catalogue.locales.filter { $0 != locale }
    var others: [LocaleTag] = []
    while let next = LocaleMatcher.match(
      wanted: [locale], available: left, default: catalogue.defaultLocale)
    {
      others.append(next.locale)
      left.removeAll { $0 == next.locale }
    }
    return others
  }
}

// MARK: - Words

extension LocaleIndex {
  /// Every word that is looked up and every term, in the order of the browser's strings.
  private func entries(
    _ words: [IndexedTerms.Word], _ reading: WordReading
  ) -> [WordShards.Entry] {
    var forms: [[UInt8]: [(text: [UInt8], rows: Int)]] = [:]
    for word in words { forms[word.text, default: []].append((word.term, word.rows)) }
    var entries: [WordShards.Entry] = []
    entries.reserveCapacity(postings.count + forms.count)
    for key in Set(postings.keys).union(forms.keys) {
      let posting = postings[key]
      var terms = forms[key] ?? []
      switch reading.kind(of: key) {
      case .word(let term):
        // Typed without accents, a word may come to another term than its spellings.
        if !terms.contains(where: { $0.text == term }),
          terms.isEmpty ? term != key : postings[term] != nil
        {
          terms.append((term, 0))
        }
      case .piece:
        // As often as it stands in rows, which its posting says.
        if terms.count == 1, terms[0].text == key, terms[0].rows == posting?.rows { terms = [] }
      case .other:
        break
      }
      entries.append(
        WordShards.Entry(
          key: Self.utf16(key), terms: terms.map { (Self.utf16($0.text), $0.rows) },
          posting: posting))
    }
    return entries.sorted { $0.key.lexicographicallyPrecedes($1.key) }
  }

  /// What endings come to, by words of the locale and by what they would be with the endings of
  /// others.
  private func endings(_ entries: [WordShards.Entry], _ reading: WordReading) -> Endings {
    var samples: [(word: [UInt16], term: [UInt16])] = []
    var common: [[UInt16]: Int] = [:]
    var bases: [[UInt16]] = []
    for entry in entries {
      guard let last = entry.key.last, last > 0x39,
        case .word = reading.kind(of: WordShards.utf8(entry.key[...]))
      else { continue }
      let terms = entry.terms.isEmpty ? [entry.key] : entry.terms.map(\.text)
      for term in terms {
        samples.append((entry.key, term))
        let shared = WordShards.shared(entry.key, term)
        common[Array(entry.key[shared...]), default: 0] += 1
      }
      if entry.posting != nil, entry.key.count > 3 { bases.append(entry.key) }
    }
    let endings = common.sorted {
      $0.value == $1.value ? $0.key.lexicographicallyPrecedes($1.key) : $0.value > $1.value
    }.prefix(Self.mostEndings).map(\.key)
    let step = max(1, bases.count * max(endings.count, 1) / Self.mostMade)
    for index in stride(from: 0, to: bases.count * endings.count, by: step) {
      let word = bases[index / endings.count] + endings[index % endings.count]
      guard case .word(let term) = reading.kind(of: WordShards.utf8(word[...])) else { continue }
      samples.append((word, Self.utf16(term)))
    }
    return Endings(samples)
  }

  private static let mostEndings = 60
  private static let mostMade = 20_000

  private static func utf16(_ text: [UInt8]) -> [UInt16] {
    if text.allSatisfy({ $0 < 0x80 }) { return text.map { UInt16($0) } }
    return Array(String(decoding: text, as: UTF8.self).utf16)
  }
}
