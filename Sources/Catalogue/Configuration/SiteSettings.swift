/// What the content folders say of the site that is made of them.
package struct SiteSettings: Sendable, Hashable {
  /// A content folder whose files can be read somewhere.
  package struct Origin: Sendable, Hashable {
    /// The number of its first page; those of the next folder follow its last.
    package var firstPage: Int
    /// Where its files are, without a slash at the end; nil where nobody says.
    package var url: String?

    package init(firstPage: Int, url: String?) {
      self.firstPage = firstPage
      self.url = url
    }
  }

  /// Where the site will stand, without a slash at the end.
  package var baseURL: String?
  /// What readers know sources by: `SQL Server`, by name.
  package var sourceTitles: [String: String] = [:]
  /// One entry a content folder, in their order.
  package var origins: [Origin] = []

  package init() {}

  /// Takes what the next content folder says, whose pages begin with that number; of what the folders
  /// say differently, the first counts.
  mutating func add(_ configuration: Configuration, firstPage: Int) {
    if origins.isEmpty { baseURL = configuration.baseURL }
    for source in configuration.sources where sourceTitles[source.name] == nil {
      sourceTitles[source.name] = source.title
    }
    origins.append(Origin(firstPage: firstPage, url: configuration.sourceURL))
  }

  /// Where the file of a page can be read.
  package func url(ofPage number: Int, path: String) -> String? {
    let origin = origins.last { $0.firstPage <= number }
    return origin?.url.map { "\($0)/\(Self.encoded(path))" }
  }

  /// A path as it stands in an address.
  private static func encoded(_ path: String) -> String {
    var text: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."), UInt8(ascii: "~"), UInt8(ascii: "/"):
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
