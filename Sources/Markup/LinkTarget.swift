/// Where a link or a picture leads, judged by what may stand in `href` and `src`: the one list of
/// schemes that are allowed.
///
/// A target is judged as a browser reads it: blanks and controls around it are dropped, tabs and
/// line ends within it too (https://url.spec.whatwg.org/#concept-basic-url-parser). Whatever comes
/// before the first colon, unless a slash, question mark or number sign came earlier, is a scheme,
/// and only the schemes named here pass. An ampersand in that place is refused as well: it would
/// be a scheme to whoever decodes entities once more (`javascript&colon;…`).
package enum LinkTarget: Sendable, Hashable {
  /// Within the site, or a mail address.
  case plain
  /// Another site.
  case external
  /// Not to be linked.
  case refused

  /// Whether a target may be linked to.
  package static func isAllowed(_ target: String) -> Bool { LinkTarget(target.utf8) != .refused }

  /// What a target is.
  package init(_ target: some Collection<UInt8>) {
    var scheme: [UInt8] = []
    var slashes = 0
    for byte in target {
      // Browsers drop these three anywhere, and other blanks and controls at the beginning.
      if byte == 0x09 || byte == 0x0A || byte == 0x0D { continue }
      if byte <= 0x20, scheme.isEmpty, slashes == 0 { continue }
      switch byte {
      case UInt8(ascii: "/"), UInt8(ascii: "\\"):
        guard scheme.isEmpty else {
          self = .plain
          return
        }
        slashes += 1
        guard slashes < 2 else {
          self = .external
          return
        }
      case UInt8(ascii: ":") where slashes == 0:
        self = Self.judgement(of: scheme)
        return
      case UInt8(ascii: "&") where slashes == 0:
        self = .refused
        return
      case UInt8(ascii: "?"), UInt8(ascii: "#"):
        self = .plain
        return
      default:
        guard slashes == 0 else {
          self = .plain
          return
        }
        scheme.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      }
    }
    self = .plain
  }

  private static func judgement(of scheme: [UInt8]) -> LinkTarget {
    switch String(decoding: scheme, as: UTF8.self) {
    case "http", "https": .external
    case "mailto": .plain
    default: .refused
    }
  }
}
