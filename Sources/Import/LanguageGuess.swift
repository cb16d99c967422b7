internal import Catalogue

/// Tells the language of a text: by its script, and where several share one, by frequent words.
enum LanguageGuess {
  /// How much of a text is looked at, in scalars.
  private static let sample = 20_000
  /// Fewer hits than this may be names and loan words.
  private static let fewestHits = 4

  /// The language as a tag with the region where most of its readers live; nil where the text does
  /// not tell.
  static func locale(of text: String) -> LocaleTag? {
    language(of: text).flatMap { LocaleTag($0) }.map(withRegion)
  }

  /// The tag with the likely region where it names none: pages of one language belong together.
  static func withRegion(_ tag: LocaleTag) -> LocaleTag {
    guard tag.region == nil, tag.text == tag.language || tag.script != nil,
      let region = LikelySubtags.region(language: tag.language, script: tag.script)
    else { return tag }
    // `zh-Hant` is `zh-TW` on pages; other scripts stay, for the region may not tell them.
    let keepsScript =
      tag.script.map { LikelySubtags.script(language: tag.language, region: region) != $0 } ?? false
    return LocaleTag(keepsScript ? "\(tag.text)-\(region)" : "\(tag.language)-\(region)") ?? tag
  }

  private static func language(of text: String) -> String? {
    let count = LetterCount(text.unicodeScalars.prefix(sample))
    // Texts about software are full of Latin words whatever the language.
    func isWritten(_ letters: Int, atLeast percent: Int) -> Bool {
      letters * 100 >= count.all * percent && letters > 3
    }
    if isWritten(count.kana, atLeast: 4) { return "ja" }
    if isWritten(count.hangul, atLeast: 8) { return "ko" }
    if isWritten(count.han, atLeast: 8) {
      return count.traditional > count.simplified ? "zh-TW" : "zh-CN"
    }
    if isWritten(count.hebrew, atLeast: 15) { return "he" }
    if isWritten(count.arabic, atLeast: 15) {
      return count.persian * 50 > count.arabic ? "fa" : "ar"
    }
    if isWritten(count.greek, atLeast: 15) { return "el" }
    if isWritten(count.thai, atLeast: 15) { return "th" }
    if isWritten(count.devanagari, atLeast: 15) { return "hi" }
    let isCyrillic = isWritten(count.cyrillic, atLeast: 15)
    return byWords(text, isCyrillic: isCyrillic)
  }

  private static func byWords(_ text: String, isCyrillic: Bool) -> String? {
    var hits: [String: Int] = [:]
    let words = text.unicodeScalars.prefix(sample).split { !$0.properties.isAlphabetic }
    for word in words where word.count <= 8 {
      hits[String(Substring(word)).lowercased(), default: 0] += 1
    }
    var best: (language: String, score: Int)?
    for line in WordLists.shared["languages"] {
      let parts = line.split(separator: " ").map(String.init)
      let isOther = parts[1].unicodeScalars.contains { $0.value >= 0x400 }
      guard isOther == isCyrillic else { continue }
      let score = parts.dropFirst().reduce(0) { $0 + (hits[$1] ?? 0) }
      if score >= fewestHits, score > best?.score ?? 0 { best = (parts[0], score) }
    }
    // Most of what is written in Cyrillic letters is Russian.
    return best?.language ?? (isCyrillic ? "ru" : nil)
  }
}

/// How many letters of each script a text has.
private struct LetterCount {
  var all = 0
  var kana = 0
  var hangul = 0
  var han = 0
  var traditional = 0
  var simplified = 0
  var hebrew = 0
  var arabic = 0
  var persian = 0
  var greek = 0
  var thai = 0
  var devanagari = 0
  var cyrillic = 0

  private static let onlyTraditional: Set<Unicode.Scalar> = [
    "個", "們", "這", "對", "說", "務", "會", "來", "時", "開", "關", "為", "與", "無", "錯", "誤", "連", "線", "資",
    "檔",
  ]
  private static let onlySimplified: Set<Unicode.Scalar> = [
    "个", "们", "这", "对", "说", "务", "会", "来", "时", "开", "关", "为", "与", "无", "错", "误", "连", "线", "资",
    "档",
  ]

  init(_ text: some Sequence<Unicode.Scalar>) {
    for scalar in text {
      guard scalar.properties.isAlphabetic else { continue }
      all += 1
      switch scalar.value {
      case 0x370..<0x400: greek += 1
      case 0x400..<0x530: cyrillic += 1
      case 0x590..<0x600: hebrew += 1
      case 0x600..<0x780:
        arabic += 1
        if [0x67E, 0x686, 0x698, 0x6AF, 0x6A9, 0x6CC].contains(scalar.value) { persian += 1 }
      case 0x900..<0x980: devanagari += 1
      case 0xE00..<0xE80: thai += 1
      case 0x3040..<0x3100: kana += 1
      case 0xAC00..<0xD7B0: hangul += 1
      case 0x3400..<0xA000:
        han += 1
        if Self.onlyTraditional.contains(scalar) { traditional += 1 }
        if Self.onlySimplified.contains(scalar) { simplified += 1 }
      default: break
      }
    }
  }
}
