/// The path of a request as names of folders and a file, taken out of its percent notation.
package struct RequestPath: Sendable, Hashable {
  /// The parts in order; none is empty, `.`, `..`, or has a slash or NUL in it.
  package let parts: [String]
  /// Whether the path ends with a slash, so that it is a folder's.
  package let isFolder: Bool

  /// Reads a path as a request has it, without its query; nil where it is none of a site.
  package init?(_ text: String) {
    guard text.utf8.first == UInt8(ascii: "/") else { return nil }
    var parts: [String] = []
    for part in text.utf8.dropFirst().split(separator: UInt8(ascii: "/")) {
      guard let bytes = Self.decoded(part), !bytes.contains(0), !bytes.contains(UInt8(ascii: "/")),
        let name = String(validating: bytes, as: UTF8.self), name != ".", name != ".."
      else { return nil }
      parts.append(name)
    }
    self.parts = parts
    isFolder = text.utf8.last == UInt8(ascii: "/")
  }

  /// RFC 3986, section 2.1; nil where a percent sign is followed by anything but two digits.
  private static func decoded(_ part: Substring.UTF8View) -> [UInt8]? {
    var bytes: [UInt8] = []
    var rest = part[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(Self.digit),
        let low = rest.popFirst().flatMap(Self.digit)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
