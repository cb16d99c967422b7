package import Catalogue

/// A page of the site but for what is in it: what its frame needs.
package struct FramedPage: Sendable {
  /// The same page in another language.
  package struct Edition: Sendable {
    package let locale: LocaleTag
    /// Where it stands, from the site's root.
    package let address: String
    /// Whether it is shown in another language there, for want of its own.
    package let isMissing: Bool

    package init(locale: LocaleTag, address: String, isMissing: Bool = false) {
      self.locale = locale
      self.address = address
      self.isMissing = isMissing
    }
  }

  package var kind: PageKind
  /// The locale of the interface.
  package var locale: LocaleTag
  /// Where it will stand, from the site's root.
  package var address: String
  /// Of the document, without the site's name.
  package var title: String
  package var description: String?
  /// The page in every locale of the site, in their order; empty where there is only this one.
  package var editions: [Edition] = []
  /// The address of the page that search engines should take for this one, if that is another.
  package var canonical: String?
  /// Whether search engines should pass it by.
  package var isNoIndex = false
  /// What it stands under, outermost first, with their addresses.
  package var crumbs: [(title: String, address: String)] = []
  /// The address of its JSON.
  package var api: String?
  /// Structured data, as JSON that has nothing in it that ends a script element.
  package var jsonLD: [UInt8]?
  /// What leads to the site's root where that is not told by the address: a page that a server shows
  /// under any address, such as one that is not found.
  package var root: String?

  package init(kind: PageKind, locale: LocaleTag, address: String, title: String) {
    self.kind = kind
    self.locale = locale
    self.address = address
    self.title = title
  }
}
