package import Catalogue
package import Index
internal import Render

/// An event that the manual has a page about.
package struct ManEvent: Sendable {
  package let key: EventKey
  /// What its page is called in every language: `mssqlserver_10061`.
  package internal(set) var name: String
  /// The locales in which it has a page, in order; those in which only a message list knows it among
  /// them where such are wanted.
  package internal(set) var locales: [LocaleTag] = []
  /// The names that lead to it, be it not to it alone: those of its ID and of its symbolic names.
  var wantedAliases: [String]

  init(_ key: EventKey) {
    self.key = key
    name = ManNames.page(of: key.description)
    wantedAliases = [ManNames.alias(of: key.id)]
  }

  mutating func add(_ locale: LocaleTag) {
    if !locales.contains(locale) { locales.append(locale) }
  }

  /// Adds a symbolic name, unless it is none but a remark.
  mutating func add(symbol: String) {
    guard let alias = ManNames.alias(ofSymbol: symbol), !wantedAliases.contains(alias) else {
      return
    }
    wantedAliases.append(alias)
  }
}
