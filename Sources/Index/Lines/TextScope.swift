package import Catalogue

/// Which text of the catalogue is laid out as lines.
enum TextScope: Int, Sendable, CaseIterable {
  /// What each page says to try.
  case fixes
  /// All that each page says, section by section.
  case pages
  /// What the products print: the message of each page, and every row of the message lists.
  case messages
}

/// What a line is for: a section's role, or what the product prints.
package enum LineRole: Sendable, Hashable, CustomStringConvertible {
  case section(Role)
  case message

  /// As it stands in the prefix of a line.
  package var description: String {
    switch self {
    case .section(let role): role.rawValue
    case .message: "message"
    }
  }

  /// The role as a byte in the catalogue; it changes with the order of the cases of `Role`.
  var byte: UInt8 {
    switch self {
    case .section(let role): ordinal(of: role)
    case .message: Self.messageByte
    }
  }

  /// Nil for a byte that stands for no role.
  init?(byte: UInt8) {
    if byte == Self.messageByte {
      self = .message
    } else if Role.allCases.indices.contains(Int(byte)) {
      self = .section(Role.allCases[Int(byte)])
    } else {
      return nil
    }
  }

  private static let messageByte: UInt8 = 0xFF
}
