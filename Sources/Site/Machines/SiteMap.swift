internal import Catalogue
internal import Render

/// The site as search engines are told of it: `sitemap.xml`, which names the parts `sitemap-1.xml` and
/// so on where one file cannot hold all (https://www.sitemaps.org/protocol.html).
struct SiteMap {
  /// A page in all its own languages.
  struct Group {
    struct Page {
      /// From the site's root.
      let address: String
      let locale: LocaleTag
      let date: CalendarDate?
    }

    let pages: [Page]
    /// Which of them is for readers of any other language.
    let fallback: Int
  }

  /// What a file may hold.
  struct Limits {
    let pages: Int
    let bytes: Int

    static let protocol09 = Limits(pages: 50_000, bytes: 50_000_000)
  }

  private let base: String
  private let groups: [Group]
  /// The groups of each part.
  private let parts: [Range<Int>]

  /// A map of groups of pages that stand under an address, which has no slash at its end.
  init(_ groups: [Group], base: String, limits: Limits = .protocol09) {
    self.base = base
    self.groups = groups
    var parts: [Range<Int>] = []
    var start = 0
    var (pages, bytes) = (0, Self.frameBytes)
    let baseSize = Self.writtenSize(of: base)
    for (place, group) in groups.enumerated() {
      let size = Self.byteBound(of: group, baseSize: baseSize)
      if place > start,
        pages + group.pages.count > limits.pages || bytes + size > limits.bytes
      {
        parts.append(start..<place)
        start = place
        (pages, bytes) = (0, Self.frameBytes)
      }
      pages += group.pages.count
      bytes += size
    }
    parts.append(start..<groups.count)
    self.parts = parts
  }

  /// How many files it is.
  var count: Int { parts.count == 1 ? 1 : parts.count + 1 }

  /// A file: `sitemap.xml` first.
  func file(_ number: Int) -> (path: String, bytes: [UInt8]) {
    if parts.count == 1 { return ("sitemap.xml", part(groups[...])) }
    if number == 0 { return ("sitemap.xml", index) }
    return (Self.name(ofPart: number), part(groups[parts[number - 1]]))
  }

  private static func name(ofPart number: Int) -> String { "sitemap-\(number).xml" }
}

// MARK: - Writing

extension SiteMap {
  private static let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

  private var index: [UInt8] {
    let xml = XMLWriter(isDocument: true)
    xml.element("sitemapindex", ["xmlns": Self.namespace]) {
      for number in 1...parts.count {
        let pages = groups[parts[number - 1]].lazy.flatMap(\.pages)
        xml.endLine()
        xml.element("sitemap") {
          xml.element("loc", [:], "\(base)/\(Self.name(ofPart: number))")
          if let date = pages.compactMap(\.date).max() {
            xml.element("lastmod", [:], date.description)
          }
        }
      }
      xml.endLine()
    }
    return xml.bytes
  }

  private func part(_ groups: ArraySlice<Group>) -> [UInt8] {
    let xml = XMLWriter(isDocument: true)
    let attributes: XMLWriter.Attributes = [
      "xmlns": Self.namespace, "xmlns:xhtml": "http://www.w3.org/1999/xhtml",
    ]
    xml.element("urlset", attributes) {
      xml.endLine()
      for group in groups {
        // The same for each of the group: written once.
        let links = links(of: group)
        for page in group.pages {
          xml.element("url") {
            xml.element("loc", [:], url(page))
            if let date = page.date { xml.element("lastmod", [:], date.description) }
            xml.raw(links)
          }
          xml.endLine()
        }
      }
    }
    return xml.bytes
  }

  /// The languages of a group, each with its address; nothing where there is but one.
  private func links(of group: Group) -> String {
    guard group.pages.count > 1 else { return "" }
    let xml = XMLWriter()
    let named = group.pages.map { (Hreflang.value($0.locale), $0) }
    var seen: Set<String> = []
    for (language, page) in named + [("x-default", group.pages[group.fallback])] {
      guard let language, seen.insert(language).inserted else { continue }
      xml.element(
        "xhtml:link", ["rel": "alternate", "hreflang": language, "href": url(page)])
    }
    return String(decoding: xml.bytes, as: UTF8.self)
  }

  private func url(_ page: Group.Page) -> String { "\(base)/\(SiteAddress.served(page.address))" }

  // MARK: Sizes

  /// A little more than the bytes of an address in an attribute, escaped.
  ///
  /// The site's own addresses have nothing to escape.
  private static func writtenSize(of base: String) -> Int {
    let xml = XMLWriter()
    xml.element("a", ["b": base])
    return xml.bytes.count
  }

  /// More than what stands around the pages of a file.
  private static let frameBytes = 1024

  /// More than a group takes in a file: what is written of it for each page and, in that, of each
  /// language.
  private static func byteBound(of group: Group, baseSize: Int) -> Int {
    let own = group.pages.map { $0.address.utf8.count + baseSize }
    let links = own.reduce(0) { $0 + $1 + 120 } + (own.max() ?? 0) + 120
    return own.reduce(0) { $0 + $1 + 80 } + group.pages.count * links
  }
}
