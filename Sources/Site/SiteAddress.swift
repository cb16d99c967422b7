package import Catalogue

/// Where things lie in the site: paths from its root, in small letters, with `/` between folders.
///
/// Every page is an `index.html` in a folder of its own, and links name it in full, so that they work
/// from a disk as from a server.
package enum SiteAddress {
  /// The page that a locale begins with.
  package static func home(_ locale: LocaleTag) -> String { "\(folder(locale))/index.html" }

  /// The events of a source.
  package static func list(of source: String, _ locale: LocaleTag) -> String {
    "\(folder(locale))/\(component(source))/index.html"
  }

  /// An event: `fr-fr/mssqlserver/10061/index.html`.
  package static func event(source: String, id: EventID, _ locale: LocaleTag) -> String {
    "\(folder(locale))/\(component(source))/\(component(id.text))/index.html"
  }

  /// A guide or thread by the name of its file: `fr-fr/mssqlserver/guides/login-failed/index.html`.
  package static func article(
    _ kind: Page.Kind, source: String, name: String, _ locale: LocaleTag
  ) -> String {
    "\(folder(locale))/\(component(source))/\(kind.rawValue)s/\(component(name))/index.html"
  }

  /// The page object of an event: `api/fr-fr/mssqlserver/10061.json`.
  package static func api(source: String, id: EventID, _ locale: LocaleTag) -> String {
    "api/\(folder(locale))/\(component(source))/\(component(id.text)).json"
  }

  /// The page that searches.
  package static func search(_ locale: LocaleTag) -> String { "\(folder(locale))/search/index.html" }

  /// The page that tells what each locale has.
  package static func coverage(_ locale: LocaleTag) -> String {
    "\(folder(locale))/coverage/index.html"
  }

  /// The address that goes to an event in the reader's language: `e/10061/index.html`.
  package static func short(_ id: EventID) -> String { "e/\(component(id.text))/index.html" }

  /// The folder of a locale.
  package static func folder(_ locale: LocaleTag) -> String { component(locale.text) }

  /// A name as one part of a path, in small ASCII letters: what could mean something else in a path
  /// or an address is written as `~` and its hexadecimal bytes.
  package static func component(_ name: String) -> String {
    var text: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): text.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        text.append(byte)
      // Not first, so that no part is hidden or leads up.
      case UInt8(ascii: ".") where !text.isEmpty: text.append(byte)
      default:
        text.append(UInt8(ascii: "~"))
        for digit in [byte >> 4, byte & 0xF] {
          text.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
      }
    }
    return text.isEmpty ? "~" : String(decoding: text, as: UTF8.self)
  }
}
