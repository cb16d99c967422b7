/// A language that pages are made in: its words, and how many of the events have a page in it.
struct GeneratedLocale: Sendable {
  /// As its folder is called.
  let folder: String
  /// As front matter names it.
  let tag: String
  /// The share of the events that have a page.
  let share: Double
  let words: GeneratedWords

  /// So many locales: English has every page, each further one fewer.
  static func first(_ count: Int) -> [GeneratedLocale] {
    tags.prefix(max(count, 1)).enumerated().map { place, tag in
      GeneratedLocale(
        folder: tag.lowercased(), tag: tag, share: 1 / (1 + 0.2 * Double(place)),
        words: GeneratedWords.of(language: String(tag.prefix(2))))
    }
  }

  /// How many there can be.
  static var most: Int { tags.count }

  private static let tags = [
    "en-US", "fr-FR", "es-ES", "ja-JP", "de-DE", "it-IT", "pt-BR", "ru-RU", "ko-KR", "zh-CN",
  ]
}
