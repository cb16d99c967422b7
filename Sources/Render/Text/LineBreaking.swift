/// Where lines may break: the part of Unicode's line breaking and of kinsoku that error pages need.
enum LineBreaking {
  /// Whether a line may end before a character, given the one before it, no blank between them.
  ///
  /// Only beside a Chinese or Japanese character: other scripts break at blanks, Korean too.
  static func mayBreak(between previous: UInt32, and next: UInt32) -> Bool {
    // Nearly all text is below the first ideograph.
    guard previous >= firstIdeograph || next >= firstIdeograph, previous > 0x20 else {
      return false
    }
    guard isIdeographic(previous) || isIdeographic(next) else { return false }
    return !isGlue(previous) && !isGlue(next) && !mayNotEnd(previous) && !mayNotStart(next)
  }

  /// Whether a line may end at a run of blanks.
  ///
  /// Where French is typed with plain blanks for no-break ones, the mark stays with its word:
  /// `fournisseur :`, `« texte »`.
  static func mayBreak(atBlanks blanks: Range<Int>, in text: [UInt8]) -> Bool {
    let (start, end) = (blanks.lowerBound, blanks.upperBound)
    if start >= 2, text[start - 2] == 0xC2, text[start - 1] == 0xAB { return false }
    guard end < text.count else { return true }
    let after: Int
    switch text[end] {
    case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"):
      after = end + 1
    case 0xC2 where end + 1 < text.count && text[end + 1] == 0xBB:
      // After » a point or a bracket may follow.
      return false
    default: return true
    }
    return after < text.count && text[after] != 0x20 && text[after] != UInt8(ascii: "\n")
  }

  private static let firstIdeograph: UInt32 = 0x2E80

  private static func isIdeographic(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E80...0x312F, 0x31A0...0x4DBF, 0x4E00...0xA4CF, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF9F, 0xFFE0...0xFFE6, 0x1B000...0x1B16F, 0x20000...0x3FFFD:
      return true
    default: return false
    }
  }

  /// The characters that join both their neighbours.
  private static func isGlue(_ scalar: UInt32) -> Bool {
    scalar == 0xA0 || scalar == 0x202F || scalar == 0x2060 || scalar == 0x2007
  }

  /// The characters that no line begins with: closing brackets and marks, small kana, iteration and
  /// length marks.
  private static func mayNotStart(_ scalar: UInt32) -> Bool {
    switch scalar {
    // ! " % ' ) , - . / : ; ? ] }
    case 0x21, 0x22, 0x25, 0x27, 0x29, 0x2C...0x2F, 0x3A, 0x3B, 0x3F, 0x5D, 0x7D,
      // ° · » and the closing quotation marks, dashes, dots, ‰ ″ ! and ?
      0xB0, 0xB7, 0xBB, 0x2010...0x2015, 0x2019, 0x201D, 0x2024...0x2027, 0x2030...0x2033, 0x203A,
      0x203C, 0x2047...0x2049, 0x2103, 0x2197:
      return true
    // 、。々〉》」』】〕〗〙〛〜〞〟〻
    case 0x3001, 0x3002, 0x3005, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017, 0x3019,
      0x301B, 0x301C, 0x301E, 0x301F, 0x303B:
      return true
    // ぁぃぅぇぉっゃゅょゎゕゖ゛゜ゝゞ゠
    case 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x308E, 0x3095,
      0x3096, 0x309B...0x309E, 0x30A0:
      return true
    // ァィゥェォッャュョヮヵヶ・ーヽヾ, the small extensions
    case 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30C3, 0x30E3, 0x30E5, 0x30E7, 0x30EE, 0x30F5,
      0x30F6, 0x30FB...0x30FE, 0x31F0...0x31FF:
      return true
    // ！％），．：；？］｝～ and the halfwidth forms
    case 0xFF01, 0xFF05, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF3D, 0xFF5D, 0xFF5E,
      0xFF60, 0xFF61, 0xFF63...0xFF65, 0xFF67...0xFF70, 0xFF9E, 0xFF9F:
      return true
    default: return false
    }
  }

  /// The characters that no line ends with: opening brackets, currency and number signs.
  private static func mayNotEnd(_ scalar: UInt32) -> Bool {
    switch scalar {
    // " # $ ' ( < @ [ { and what opens a quotation; a placeholder's % is never a line's last.
    case 0x22...0x25, 0x27, 0x28, 0x3C, 0x40, 0x5B, 0x7B, 0xA3, 0xA5, 0xAB, 0x2018, 0x201A, 0x201C,
      0x201E, 0x2039:
      return true
    // 〈《「『【〔〖〘〚〝
    case 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0x3018, 0x301A, 0x301D:
      return true
    // ＄（［｛｟｢￡￥
    case 0xFF04, 0xFF08, 0xFF3B, 0xFF5B, 0xFF5F, 0xFF62, 0xFFE1, 0xFFE5:
      return true
    default: return false
    }
  }
}
