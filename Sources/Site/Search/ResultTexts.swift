internal import Catalogue
internal import Diagnostics
internal import Index

/// What results show, in shards of so many events: for each event of the site a line, and one for
/// each guide and thread about it.
///
/// A line is the row's number as what it is more than the one before with the event's ID where that
/// is another, the text, what the address has instead of the ID in small letters, and the language
/// where it is not the site's; a tabulator between two, none at the end.
struct ResultTexts {
  private let catalogue: SiteCatalogue
  private let layout: SearchLayout
  private let locale: LocaleTag
  /// How many bits of an event's number tell it from others of its shard.
  let shift: Int

  /// Files enough that ten results cost little, and not more than a few hundred.
  private static let mostShards = 512
  /// In columns of a terminal, where letters of East Asia are twice as wide.
  private static let longestText = 96

  init(_ catalogue: SiteCatalogue, _ layout: SearchLayout, events: Int, _ locale: LocaleTag) {
    self.catalogue = catalogue
    self.layout = layout
    self.locale = locale
    var shift = 4
    while events >> shift >= Self.mostShards { shift += 1 }
    self.shift = shift
  }

  /// The shards by their numbers, for events by their numbers, which count from 1.
  func scripts(_ events: [EventKey]) -> [SearchScript] {
    var scripts: [SearchScript] = []
    var text: [UInt8] = []
    var last = 0
    for (place, key) in events.enumerated() {
      let number = place + 1
      append(key, number: number, &last, to: &text)
      if (number + 1) >> shift != number >> shift || number == events.count {
        scripts.append(SearchScript("t\(number >> shift)", of: locale, [text]))
        (text, last) = ([], 0)
      }
    }
    return scripts
  }

  private func append(_ key: EventKey, number: Int, _ last: inout Int, to text: inout [UInt8]) {
    guard let event = catalogue.event(key) else { return }
    let edition = catalogue.shown(event, in: locale)
    func append(part: Int, id: String, _ fields: [String]) {
      let row = layout.numberInLocale(event: number, part: part)
      if !text.isEmpty { text.append(UInt8(ascii: "\n")) }
      text += NumberText.text(row - last) + Array(id.utf8)
      last = row
      let filled = fields.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
      for field in fields[..<filled] {
        text.append(UInt8(ascii: "\t"))
        text += Self.line(field).utf8
      }
    }
    // First what leads to the event's own page, whatever is told of it there.
    let isPage = edition.pages.first?.kind == .reference
    append(
      part: isPage ? 1 : 0, id: key.id.text,
      [
        edition.message ?? edition.title, path(of: key),
        edition.locale == locale ? "" : edition.locale.text,
      ])
    guard edition.locale == locale else { return }
    for (place, page) in edition.pages.enumerated() where page.kind != .reference {
      guard
        let article = catalogue.articlePlace(ofPage: page.number).map({ catalogue.articles[$0] })
      else { continue }
      let title = article.editions.first { $0.number == page.number }?.title ?? article.name
      append(part: place + 1, id: "", [title, Self.inFolder(article.address(locale)), ""])
    }
  }

  /// What the address has for an event where that is not its ID in small letters.
  private func path(of key: EventKey) -> String {
    let path = SiteAddress.component(key.id.text)
    let small = String(
      decoding: key.id.text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    return path == small ? "" : path
  }

  /// An address without the folders of locale and source, and without the page's name.
  private static func inFolder(_ address: String) -> String {
    address.split(separator: "/").dropFirst(2).dropLast().joined(separator: "/")
  }

  /// A text without line ends and tabulators, no longer than a result shows: cut after a word where
  /// one ends in its last third.
  static func line(_ text: String) -> String {
    var line: [UInt8] = []
    line.reserveCapacity(text.utf8.count)
    var columns = 0
    var wordEnd: Int?
    for scalar in text.unicodeScalars {
      let isASCII = 0x20..<0x7F ~= scalar.value
      columns += isASCII ? 1 : DisplayWidth.columns(of: scalar.value)
      let isBlank = scalar.value <= 0x20
      if isBlank, columns > longestText * 2 / 3 { wordEnd = line.count }
      if columns > longestText {
        return String(decoding: line[..<(wordEnd ?? line.count)], as: UTF8.self) + "…"
      }
      if isBlank {
        line.append(0x20)
      } else {
        line += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
    return String(decoding: line, as: UTF8.self)
  }
}
