package import Catalogue
internal import Diagnostics

/// What the man page of an event is called: the name of its file, and other names that lead to it
/// alone.
package struct ManNames: Sendable, Hashable {
  /// `mssqlserver_10061`.
  package var page: String
  /// `10061`, `logon_failed`.
  package var aliases: [String]

  package init(page: String, aliases: [String] = []) {
    self.page = page
    self.aliases = aliases
  }

  /// The section of the manual that the pages are in: they are about no command.
  package static let section = "7"

  /// The name of the page about an event, given as `SOURCE_ID`.
  package static func page(of event: String) -> String { PathComponent.of(event) }

  /// How pages name another: `mssqlserver_10061(7)`.
  static func reference(to page: String) -> StyledText {
    var text = StyledText(page, .bold)
    text.append("(\(section))")
    return text
  }

  /// The name by which an ID alone leads to a page.
  package static func alias(of id: EventID) -> String { PathComponent.of(id.text) }

  /// The name by which a symbolic name leads to a page; nil where it is none but a remark, such as
  /// `N/A`.
  package static func alias(ofSymbol name: String) -> String? {
    let isName = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    let hasLetter = name.utf8.contains { $0 >= UInt8(ascii: "A") && $0 != UInt8(ascii: "_") }
    return isName && hasLetter ? PathComponent.of(name) : nil
  }
}
