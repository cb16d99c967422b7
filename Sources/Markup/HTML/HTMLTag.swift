/// One HTML tag as it stands between inlines: `<a name="user-action">`, `<br/>`, `</b>`.
struct HTMLTag {
  /// The element's name in lower case.
  let name: String
  let isEnd: Bool
  /// Whether it has no content by nature or is closed in itself.
  let isVoid: Bool
  private let attributes: [(name: String, value: String)]

  /// Reads a tag; nil for a comment, a declaration or an instruction, which have nothing to show.
  ///
  /// The plain forms are read here; any other goes to libxml2.
  init?(_ literal: [UInt8]) {
    guard literal.count > 2, literal[0] == UInt8(ascii: "<") else { return nil }
    isEnd = literal[1] == UInt8(ascii: "/")
    let nameStart = isEnd ? 2 : 1
    var index = nameStart
    while index < literal.count, Self.isNameByte(literal[index]) { index += 1 }
    guard index > nameStart else { return nil }
    name = String(decoding: literal[nameStart..<index], as: UTF8.self).lowercased()
    let closesItself = literal[literal.count - 2] == UInt8(ascii: "/")
    isVoid = closesItself || Self.voidNames.contains(name)
    let rest = literal[index..<(literal.count - (closesItself ? 2 : 1))]
    if isEnd || rest.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }) {
      attributes = []
    } else if let plain = Self.plainName(rest) {
      attributes = [("name", plain)]
    } else {
      attributes = HTMLParser.attributes(ofTag: literal)
    }
  }

  /// The value of an attribute, entities decoded.
  func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// What is wrong with the tag's attributes, each a sentence for a diagnostic.
  var problems: [String] { HTMLAttribute.problems(attributes, of: name) }

  /// The value if the attributes are ` name="slug"` and nothing else.
  private static func plainName(_ attributes: ArraySlice<UInt8>) -> String? {
    let start = Array(" name=\"".utf8)
    guard attributes.starts(with: start), attributes.last == UInt8(ascii: "\"") else { return nil }
    let value = attributes.dropFirst(start.count).dropLast()
    guard value.allSatisfy({ $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "&") }) else {
      return nil
    }
    return String(decoding: value, as: UTF8.self)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
      || byte == UInt8(ascii: "-")
  }

  private static let voidNames: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]
}
