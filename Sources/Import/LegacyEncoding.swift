internal import Catalogue

/// The encoding that texts of a language were commonly in before UTF-8.
enum LegacyEncoding {
  /// The encoding's label, as the HTML Standard gives it for each language; nil for Windows-1252.
  static func name(for locale: LocaleTag) -> String? {
    switch locale.language {
    case "ar", "fa", "ur": "windows-1256"
    case "he", "yi": "windows-1255"
    case "ru", "uk", "be", "bg", "mk", "sr", "kk": "windows-1251"
    case "pl", "cs", "sk", "hu", "hr", "sl", "ro": "windows-1250"
    case "et", "lt", "lv": "windows-1257"
    case "tr", "az": "windows-1254"
    case "el": "windows-1253"
    case "vi": "windows-1258"
    case "th": "windows-874"
    case "ja": "shift_jis"
    case "ko": "euc-kr"
    case "zh": locale.likelyScript == "Hant" ? "big5" : "gb18030"
    default: nil
    }
  }
}
