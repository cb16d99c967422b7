/// The name that a heading has in links, as GitHub and Microsoft's documentation make it.
package enum Slug {
  /// The slug of a heading's plain text: letters in lower case, blanks as hyphens, no punctuation
  /// but hyphens, underscores and what else connects.
  package static func of(_ heading: String) -> String {
    var slug: [UInt8] = []
    slug.reserveCapacity(heading.utf8.count)
    var isPlain = true
    for byte in heading.utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "_"): slug.append(byte)
      case 0x41...0x5A: slug.append(byte + 0x20)
      case 0x20, 0x09: slug.append(UInt8(ascii: "-"))
      case 0x80...: isPlain = false
      default: break
      }
      if !isPlain { return unicodeSlug(of: heading) }
    }
    return String(decoding: slug, as: UTF8.self)
  }

  private static func unicodeSlug(of heading: String) -> String {
    var slug = String.UnicodeScalarView()
    for scalar in heading.unicodeScalars {
      let properties = scalar.properties
      if scalar == "-" {
        slug.append(scalar)
      } else if properties.isWhitespace {
        slug.append("-")
      } else if isWordCharacter(properties.generalCategory) {
        slug.append(contentsOf: properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(slug)
  }

  private static func isWordCharacter(_ category: Unicode.GeneralCategory) -> Bool {
    switch category {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber,
      .connectorPunctuation:
      true
    default:
      false
    }
  }
}
