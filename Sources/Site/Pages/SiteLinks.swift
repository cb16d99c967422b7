internal import Catalogue
internal import Index
internal import Markup

/// What the links of a page lead to on the site.
///
/// A link to a page of the catalogue leads to that page in the locale of the reader, to the place
/// that it names where that exists; a link to another site stays; any other leads nowhere, and its
/// text stays. No picture is shown: the site has none, and asks no other for them.
struct SiteLinks {
  let frame: Frame
  let framed: FramedPage
  /// The id of what a fragment names on this page of the site.
  let ownID: (_ fragment: String) -> String?
  /// The event or the guide that this page of the site is.
  let own: SiteTarget
  /// Looks up the id of what a fragment names on another page of the site.
  let otherID: (_ target: SiteTarget, _ fragment: String) -> String?

  /// The address for a target that stands on a page of the catalogue; nil where it leads nowhere.
  func address(_ target: String, on page: ToldPage) -> String? {
    switch LinkTarget(target.utf8) {
    case .refused: return nil
    case .external: return Self.withScheme(target)
    case .plain: break
    }
    if target.utf8.prefix(7).elementsEqual("mailto:".utf8, by: { $0 | 0x20 == $1 | 0x20 }) {
      return target
    }
    let bytes = target.utf8
    let hash = bytes.firstIndex(of: UInt8(ascii: "#"))
    let fragment = hash.map { String(target[bytes.index(after: $0)...]) } ?? ""
    let path = target[..<(hash ?? target.endIndex)].prefix { $0 != "?" }
    if path.isEmpty {
      guard hash != nil else { return nil }
      return fragment.isEmpty || fragment.lowercased() == "top"
        ? "#top" : (page.id(ofFragment: fragment) ?? ownID(fragment)).map { "#" + Self.encoded($0) }
    }
    guard let found = self.target(of: String(path), link: target, on: page.page, page) else {
      return nil
    }
    if found == own, let id = ownID(fragment) { return "#" + Self.encoded(id) }
    let id = fragment.isEmpty ? nil : otherID(found, fragment)
    let address = frame.href(found.address(framed.locale), on: framed)
    return id.map { address + "#" + Self.encoded($0) } ?? address
  }

  /// An address of another site that does not take its scheme from the page: `//example.com` would
  /// lead nowhere from a page on a disk.
  private static func withScheme(_ target: String) -> String {
    let host = target.utf8.drop {
      $0 <= 0x20 || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\")
    }
    let hasScheme = target.utf8[..<host.startIndex].allSatisfy { $0 <= 0x20 }
    return hasScheme ? target : "https://" + String(decoding: host, as: UTF8.self)
  }

  /// What a path leads to, of what the site has.
  private func target(
    of path: String, link: String, on page: Page, _ told: ToldPage
  ) -> SiteTarget? {
    let catalogue = frame.catalogue
    if !catalogue.articles.isEmpty, path.hasSuffix(".md") {
      for candidate in ContentPath.candidates(for: path, from: page.path) ?? [] {
        if let article = catalogue.article(atPath: candidate) { return .article(article) }
      }
    }
    return told.event(ofLink: link).flatMap { catalogue.event(named: $0) }.map { .event($0) }
  }

  /// An id as it stands in an address.
  static func encoded(_ id: String) -> String {
    let isPlain = id.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."), 0x80...:
        true
      default: false
      }
    }
    guard !isPlain else { return id }
    var text: [UInt8] = []
    for byte in id.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."), 0x80...:
        text.append(byte)
      default:
        text.append(UInt8(ascii: "%"))
        for digit in [byte >> 4, byte & 0xF] {
          text.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
        }
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// A page of the site that text may lead to.
enum SiteTarget: Equatable {
  case event(SiteEvent)
  case article(SiteArticle)

  func address(_ locale: LocaleTag) -> String {
    switch self {
    case .event(let event): event.address(locale)
    case .article(let article): article.address(locale)
    }
  }

  static func == (left: SiteTarget, right: SiteTarget) -> Bool {
    switch (left, right) {
    case (.event(let one), .event(let other)): one.key == other.key
    case (.article(let one), .article(let other)):
      one.editions[0].number == other.editions[0].number
    default: false
    }
  }
}
