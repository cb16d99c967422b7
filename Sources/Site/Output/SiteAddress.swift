package import Catalogue
internal import Diagnostics

/// Where things lie in the site: paths from its root, in small letters, with `/` between folders.
///
/// Every page is an `index.html` in a folder of its own, and links name it in full, so that they work
/// from a disk as from a server.
package enum SiteAddress {
  /// The page that a locale begins with.
  package static func home(_ locale: LocaleTag) -> String { "\(folder(locale))/index.html" }

  /// The events of a source.
  package static func list(of source: String, _ locale: LocaleTag) -> String {
    "\(folder(locale))/\(folder(ofSource: source))/index.html"
  }

  /// An event: `fr-fr/mssqlserver/10061/index.html`.
  package static func event(source: String, id: EventID, _ locale: LocaleTag) -> String {
    "\(folder(locale))/\(folder(ofSource: source))/\(component(id.text))/index.html"
  }

  /// A guide or thread by the name of its file: `fr-fr/mssqlserver/guides/login-failed/index.html`.
  package static func article(
    _ kind: Page.Kind, source: String, name: String, _ locale: LocaleTag
  ) -> String {
    "\(folder(locale))/\(folder(ofSource: source))/\(kind.rawValue)s/\(component(name))/index.html"
  }

  /// The page object of an event: `api/fr-fr/mssqlserver/10061.json`.
  package static func api(source: String, id: EventID, _ locale: LocaleTag) -> String {
    "api/\(folder(locale))/\(folder(ofSource: source))/\(component(id.text)).json"
  }

  /// The page that searches.
  package static func search(_ locale: LocaleTag) -> String {
    "\(folder(locale))/search/index.html"
  }

  /// The first file of the search in a locale; the others lie in a folder beside it.
  package static func searchIndex(_ locale: LocaleTag) -> String {
    "\(folder(locale))/search/index.js"
  }

  /// A file of the search in a folder that is named after what its files hold.
  package static func searchFile(_ name: String, in folder: String, _ locale: LocaleTag) -> String {
    "\(self.folder(locale))/search/\(folder)/\(name).js"
  }

  /// What tells a browser how to search the site in a locale.
  package static func openSearch(_ locale: LocaleTag) -> String {
    "\(folder(locale))/search/opensearch.xml"
  }

  /// The page that tells what each locale has.
  package static func coverage(_ locale: LocaleTag) -> String {
    "\(folder(locale))/coverage/index.html"
  }

  /// The address that goes to an event in the reader's language: `e/10061/index.html`.
  package static func short(_ id: EventID) -> String { "e/\(component(id.text))/index.html" }

  /// The page object of a guide or thread.
  package static func api(
    _ kind: Page.Kind, source: String, name: String, _ locale: LocaleTag
  ) -> String {
    "api/\(folder(locale))/\(folder(ofSource: source))/\(kind.rawValue)s/\(component(name)).json"
  }

  /// An asset, named after what it holds so that it may be kept for ever: `assets/site.91d5c0….css`.
  package static func asset(_ name: String, _ bytes: [UInt8]) -> String {
    let hash = hexadecimal(bytes)
    let name = component(name)
    guard let point = name.utf8.lastIndex(of: UInt8(ascii: ".")) else {
      return "assets/\(name).\(hash)"
    }
    return "assets/\(name[..<point]).\(hash)\(name[point...])"
  }

  /// Where a page goes that has no event: the folders of its file within those of a locale, never
  /// that of a file of the site.
  package static func file(_ path: [String], _ locale: LocaleTag) -> String {
    let parts = path.enumerated().map { place, name in
      let part = place == 0 ? folder(ofSource: name) : component(name)
      return part == "index.html" ? part + "~" : part
    }
    return ([folder(locale)] + parts + ["index.html"]).joined(separator: "/")
  }

  /// The folder of a locale.
  package static func folder(_ locale: LocaleTag) -> String { component(locale.text) }

  /// The folder of a source within a locale's: never that of another page of the locale.
  package static func folder(ofSource source: String) -> String {
    let name = component(source)
    // No component ends so, for a tilde is written in digits.
    return name == "search" || name == "coverage" ? name + "~" : name
  }

  /// A name as one part of a path.
  package static func component(_ name: String) -> String { PathComponent.of(name) }

  /// What a file holds, in sixteen digits.
  static func hexadecimal(_ bytes: [UInt8]) -> String { PathComponent.hash(of: bytes) }
}

// MARK: - From one page to another

extension SiteAddress {
  /// An address as a server shows it: a folder stands for its page.
  package static func served(_ address: String) -> String {
    let index = "index.html"
    let isIndex = address == index || address.hasSuffix("/\(index)")
    return isIndex ? String(address.dropLast(index.utf8.count)) : address
  }

  /// What leads from the page at an address to the root: `../../`, or nothing.
  package static func root(from address: String) -> String {
    String(repeating: "../", count: address.utf8.count { $0 == UInt8(ascii: "/") })
  }

  /// What leads from the page at one address to another, without what both have in common.
  package static func relative(from address: String, to target: String) -> String {
    let (addressBytes, targetBytes) = (address.utf8, target.utf8)
    let (here, there) = (addressBytes.span, targetBytes.span)
    let slash = UInt8(ascii: "/")
    var (common, index) = (0, 0)
    while index < here.count, index < there.count, here[index] == there[index] {
      if here[index] == slash { common = index + 1 }
      index += 1
    }
    var text: [UInt8] = []
    text.reserveCapacity(there.count + 16)
    for index in common..<here.count where here[index] == slash { text += "../".utf8 }
    for index in common..<there.count { text.append(there[index]) }
    return String(decoding: text, as: UTF8.self)
  }
}
