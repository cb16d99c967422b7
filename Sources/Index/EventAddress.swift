package import Catalogue

/// The address of an event, `errkb://SOURCE/ID`, or of what the catalogue has of it in a locale,
/// `errkb://SOURCE/ID/LOCALE`: each part in percent notation.
package struct EventAddress: Hashable, Sendable {
  package let event: EventKey
  package let locale: LocaleTag?

  /// What addresses with a locale look like (RFC 6570).
  package static let template = "errkb://{source}/{id}/{locale}"
  private static let scheme = "errkb://"

  package init(_ event: EventKey, _ locale: LocaleTag? = nil) {
    self.event = event
    self.locale = locale
  }

  /// Reads an address with a locale; nil where it is none.
  ///
  /// Who reads addresses of the web may have written source and locale in small letters.
  package init?(_ address: String) {
    guard address.lowercased().hasPrefix(Self.scheme) else { return nil }
    let parts = address.utf8.dropFirst(Self.scheme.utf8.count)
      .split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { ContentPath.percentDecoded(String(Substring($0))) }
    guard parts.count == 3, !parts[0].isEmpty, !parts[1].isEmpty, let tag = LocaleTag(parts[2])
    else { return nil }
    event = EventKey(source: parts[0], id: EventID(parts[1]))
    locale = tag
  }

  package var text: String {
    let parts = [event.source, event.id.text] + (locale.map { [$0.text] } ?? [])
    return Self.scheme + parts.map(Self.percentEncoded).joined(separator: "/")
  }

  /// A text in percent notation but for what RFC 3986 calls unreserved (section 2.3).
  private static func percentEncoded(_ text: String) -> String {
    var output: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        output.append(byte)
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        output += "%\(digits.utf8.count == 1 ? "0" : "")\(digits)".utf8
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
