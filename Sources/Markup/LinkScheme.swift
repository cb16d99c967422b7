/// Which addresses a page may link to.
package enum LinkScheme {
  /// Whether an address is relative or has a scheme that opens a page and runs nothing: `http`,
  /// `https`, `mailto`, `ftp`.
  ///
  /// Read as browsers do (URL Living Standard, section 4.4): control characters and blanks at the
  /// front are skipped, tabs and line ends within are dropped, letters count in any case.
  package static func isAllowed(_ address: String) -> Bool {
    var scheme: [UInt8] = []
    for byte in address.utf8 {
      switch byte {
      case 0...0x1F, 0x7F:
        continue
      case 0x20 where scheme.isEmpty:
        continue
      case UInt8(ascii: ":"):
        return allowed.contains(String(decoding: scheme, as: UTF8.self))
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"):
        return true
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        scheme.append(byte | 0x20)
      default:
        scheme.append(byte)
      }
    }
    return true
  }

  private static let allowed: Set<String> = ["http", "https", "mailto", "ftp"]
}
