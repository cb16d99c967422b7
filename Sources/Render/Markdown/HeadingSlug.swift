/// The anchor that a heading has by itself: its text as GitHub and Docs make a fragment of it.
enum HeadingSlug {
  /// Lower case, blanks to hyphens, `-` and `_` kept, other punctuation and symbols dropped.
  static func slug(of text: String) -> String {
    var slug = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber,
        .connectorPunctuation:
        slug.append(scalar)
      case .spaceSeparator:
        slug.append("-")
      default:
        if scalar == "-" { slug.append(scalar) }
      }
    }
    return String(slug)
  }
}
