package import Catalogue

/// What a row of the table `search` is: its number says so, so that no other table has to be asked
/// before rows are ranked.
///
/// From the highest bits to the lowest: the locale by its place in the layout's list, the event by
/// its number, and what of the event it is. So the rows of a locale are one range, and rows are
/// ordered as events are.
package struct SearchRow: Sendable, Hashable, Comparable {
  /// The place of the locale in `SearchLayout.locales`.
  package var locale: Int
  /// The event's number in the table `event`.
  package var event: Int
  /// 0 for the rows of message lists, else the event's page by its place among those that have it
  /// as their first event, from 1.
  package var part: Int

  package static func < (left: SearchRow, right: SearchRow) -> Bool {
    (left.locale, left.event, left.part) < (right.locale, right.event, right.part)
  }
}

/// How the numbers of rows are made up, and how many rows each locale has; the table `meta` keeps it
/// under the key `search`.
package struct SearchLayout: Sendable, Hashable {
  package struct Locale: Sendable, Hashable {
    package var tag: LocaleTag
    package var rows: Int
  }

  /// How many bits tell the part and the event.
  package var partBits: Int
  package var eventBits: Int
  /// In the order of their tags.
  package var locales: [Locale]

  /// The number of a row without its locale.
  package func numberInLocale(event: Int, part: Int) -> Int { event << partBits | part }

  /// The number of a row.
  func number(of row: SearchRow) -> Int {
    (row.locale << eventBits | row.event) << partBits | row.part
  }

  /// The row of a number.
  func row(of number: Int) -> SearchRow {
    SearchRow(
      locale: number >> (eventBits + partBits), event: number >> partBits & (1 << eventBits - 1),
      part: number & (1 << partBits - 1))
  }

  /// The numbers of all rows of a locale.
  func numbers(of locale: Int) -> ClosedRange<Int> {
    let shift = eventBits + partBits
    return locale << shift...((locale + 1) << shift - 1)
  }
}

extension SearchLayout: CustomStringConvertible {
  /// As `meta` has it: `1 14 en-US 7405 fr-FR 15177`.
  package var description: String {
    ([String(partBits), String(eventBits)] + locales.flatMap { [$0.tag.text, String($0.rows)] })
      .joined(separator: " ")
  }

  /// Reads a description; nil where it is none.
  package init?(_ description: String) {
    let words = description.utf8.split(separator: 0x20).map { String(Substring($0)) }
    guard words.count >= 2, words.count % 2 == 0, let partBits = Int(words[0]),
      let eventBits = Int(words[1]), (0..<32).contains(partBits), (0..<24).contains(eventBits)
    else { return nil }
    self.partBits = partBits
    self.eventBits = eventBits
    locales = []
    for index in stride(from: 2, to: words.count, by: 2) {
      guard let rows = Int(words[index + 1]) else { return nil }
      locales.append(Locale(tag: LocaleTag(canonical: words[index]), rows: rows))
    }
  }
}
