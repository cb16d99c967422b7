package import Catalogue

/// What stands around every page of the site, and makes a whole page of its values.
package final class Frame: Sendable {
  package let catalogue: SiteCatalogue
  package let templates: SiteTemplates
  /// Where the site will stand, without a slash at the end, if that is known.
  package let baseURL: String?
  /// Where the assets that every page names lie.
  private let assets: [(name: StaticString, address: String?)]
  private let locales: [(tag: LocaleTag, frame: LocaleFrame)]
  /// The names of the locales of the site, each in its own language.
  let names: [String]

  /// A frame around the pages of a catalogue.
  package init(catalogue: SiteCatalogue, templates: SiteTemplates, baseURL: String? = nil) {
    self.catalogue = catalogue
    self.templates = templates
    self.baseURL = baseURL ?? catalogue.settings.baseURL
    names = LocaleFrame.names(of: catalogue.locales)
    assets = Self.assets.map { ($0.name, templates.address(ofAsset: $0.asset)) }
    locales = catalogue.locales.map { ($0, LocaleFrame($0, among: catalogue.locales)) }
  }

  /// The same frame, which tells what is looked up through it.
  func noting(_ needs: SiteNeeds?) -> Frame {
    var catalogue = catalogue
    catalogue.needs = needs
    return Frame(catalogue: catalogue, templates: templates, baseURL: baseURL)
  }

  /// What the site is called.
  package static let siteName = "errkb"

  /// Nothing from elsewhere, no script and no style within a page, nothing that sends.
  private static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    + "base-uri 'none'; form-action 'self'"

  /// The words of the interface in a locale of the site.
  package func words(_ locale: LocaleTag) -> InterfaceWords { frame(of: locale).words }

  /// The name of a locale in its own language.
  package func name(of locale: LocaleTag) -> String {
    catalogue.locales.firstIndex(of: locale).map { names[$0] } ?? locale.text
  }

  private func frame(of locale: LocaleTag) -> LocaleFrame {
    locales.first { $0.tag == locale }?.frame ?? LocaleFrame(locale, among: catalogue.locales)
  }

  /// The bytes of a page: its frame filled in, `values` on top, the template of its kind around.
  package func bytes(
    of page: FramedPage, _ values: (inout TemplateValues) throws -> Void
  ) rethrows -> [UInt8] {
    let frame = frame(of: page.locale)
    var own = TemplateValues(capacity: 64)
    fill(&own, page, frame)
    try values(&own)
    catalogue.needs?.note(SiteFacts.Name.template(page.kind.template))
    return templates.page(page.kind.template, PageValues(own: own, shared: frame.values))
  }

  /// An address as a page has it in its links.
  package func href(_ address: String, on page: FramedPage) -> String {
    page.root.map { $0 + address } ?? SiteAddress.relative(from: page.address, to: address)
  }

  /// An address as others know it: absolute where the site knows where it will stand.
  package func url(_ address: String, on page: FramedPage) -> String {
    baseURL == nil ? href(address, on: page) : publicURL(address)
  }

  private func fill(_ values: inout TemplateValues, _ page: FramedPage, _ frame: LocaleFrame) {
    values.set("policy", Self.policy)
    values.set("kind", page.kind.rawValue)
    values.set("title", page.title)
    values.set("description", page.description)
    values.set("root", page.root ?? SiteAddress.root(from: page.address))
    for (name, address) in frame.addresses { values.set(name, href(address, on: page)) }
    for (name, address) in assets { values.set(name, address.map { href($0, on: page) }) }
    values.set("api", page.api.map { href($0, on: page) })
    values.set("noIndex", page.isNoIndex)
    values.set("jsonLD", html: page.jsonLD)
    values.set(
      "crumbs",
      page.crumbs.map { crumb in
        TemplateValues { entry in
          entry.set("title", crumb.title)
          entry.set("href", href(crumb.address, on: page))
        }
      })
    fillLanguages(&values, page, frame)
  }

  /// The assets that every page names.
  private static let assets: [(name: StaticString, asset: String)] = [
    ("style", "site.css"), ("script", "site.js"), ("searchScript", "search.js"),
    ("icon", "icon.svg"),
  ]

  private func fillLanguages(
    _ values: inout TemplateValues, _ page: FramedPage, _ frame: LocaleFrame
  ) {
    var languages: [TemplateValues] = []
    for edition in page.editions {
      guard let place = catalogue.locales.firstIndex(of: edition.locale) else { continue }
      var entry = frame.languages[place]
      entry.set("href", href(edition.address, on: page))
      entry.set("isMissing", edition.isMissing)
      languages.append(entry)
    }
    values.set("languages", languages)
    let isForSearch = page.kind != .notFound && !page.isNoIndex
    let canonical = page.canonical ?? (isForSearch ? page.address : nil)
    values.set("canonical", canonical.map { url($0, on: page) })
    values.set("alternates", isForSearch && page.canonical == nil ? alternates(of: page) : [])
  }

  /// The page in its own languages, for search engines; one that is alone has none.
  private func alternates(of page: FramedPage) -> [TemplateValues] {
    let own = page.editions.filter { !$0.isMissing }
    guard own.count > 1 else { return [] }
    let fallback = own.first { $0.locale == catalogue.defaultLocale } ?? own[0]
    let entries = own.map { (self.frame(of: $0.locale).hreflang, $0.address) }
    var seen: [String] = []
    return (entries + [("x-default", fallback.address)]).compactMap { language, address in
      // Two locales may be one language to others.
      guard let language, !seen.contains(language) else { return nil }
      seen.append(language)
      return TemplateValues { entry in
        entry.set("hreflang", language)
        entry.set("href", url(address, on: page))
      }
    }
  }
}
