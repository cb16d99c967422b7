import Catalogue
import Testing

@testable import Index

struct TextAnalysisTests {
  private func terms(_ text: String, _ locale: String) -> String {
    var analysis = TextAnalysis(of: LocaleTag(canonical: locale))
    analysis.read(text)
    return String(decoding: analysis.terms.dropLast(), as: UTF8.self)
  }

  @Test(arguments: [
    ("Connections REFUSED.", "en-US", "connect refus"),
    ("sp_configure, tempdb.mdf", "en-US", "sp configur tempdb mdf"),
    ("C2065 LNK2019 '%.*ls' 0x80070005", "en-US", "c2065 lnk2019 ls 0x80070005"),
    ("L’état refusée, refusés", "fr-FR", "l etat refus refus"),
    ("conexión conexiones", "es-ES", "conexion conexion"),
    ("Verbindungen", "de-DE", "verbind"),
    ("feilene", "nb-NO", "feil"),
    ("соединения Ёлка", "ru-RU", "соединен елк"),
    // A language without a stemmer keeps its words; one without Latin letters has English ones.
    ("połączenia connections", "pl-PL", "polaczenia connections"),
    ("connections", "zh-CN", "connect"),
    ("ＳＱＬ　Ｓｅｒｖｅｒ ２０１９", "ja-JP", "sql server 2019"),
    ("ﬁle STRASSE straße", "sw", "file strasse strasse"),
    ("øre Łódź þing", "sw", "ore lodz thing"),
    ("٣٤ १२", "ar-EG", "34 12"),
    ("", "en-US", ""),
    ("!?—“”\0\u{FFFD}", "en-US", ""),
  ])
  func takesWordsApart(text: String, locale: String, terms expected: String) {
    #expect(terms(text, locale) == expected)
  }

  @Test(arguments: [
    ("数据库", "数据 据库 库"),
    ("库", "库"),
    ("数据库SQL数", "数据 据库 库 sql 数"),
    ("连接，失败", "连接 接 失败 败"),
    ("ﾃﾞｰﾀ", "デー ータ タ"),
    ("データ", "デー ータ タ"),
    ("데이터", "데이 이터 터"),
    ("𠮷野", "𠮷野 野"),
    ("ฐานข้อมูล", "ฐา าน นข ข้ ้อ อม มู ูล ล"),
  ])
  func takesRunsApart(text: String, expected: String) {
    #expect(terms(text, "zh-CN") == expected)
  }

  /// Letters and marks apart read as the letters that Unicode has for them.
  @Test(arguments: [
    ("refuse\u{301}e", "refusée", "fr-FR"), ("E\u{301}TAT", "état", "fr-FR"),
    ("テ\u{3099}", "デ", "ja-JP"), ("ﾊﾟ", "パ", "ja-JP"),
    ("\u{1103}\u{1166}\u{110B}\u{1175}", "데이", "ko-KR"),
    ("e\u{302}\u{301}", "ế", "vi-VN"),
  ])
  func composes(text: String, whole: String, locale: String) {
    #expect(terms(text, locale) == terms(whole, locale))
  }

  @Test func ignoresWhatIsNotSeen() {
    #expect(terms("con\u{AD}nex\u{200D}ion", "fr-FR") == terms("connexion", "fr-FR"))
    #expect(terms("שָׁלוֹם", "he-IL") == terms("שלום", "he-IL"))
    #expect(terms("a\u{200B}b", "en-US") == "a b")
  }

  @Test func keepsPlaces() {
    let text = Array("L’état 数据".utf8)
    var analysis = TextAnalysis(of: LocaleTag(canonical: "fr-FR"), keepsPlaces: true)
    analysis.read(text.span)
    let pieces = analysis.tokens.map { String(decoding: text[$0.range], as: UTF8.self) }
    #expect(pieces == ["L", "état", "数据", "据"])
    #expect(analysis.tokens[2].firstEnd == analysis.tokens[3].start)
    #expect(analysis.tokens.map(\.kind) == [.word, .word, .pair, .last])
  }

  /// Bytes that are not UTF-8 part words, and every text can be read.
  @Test func readsAnyBytes() {
    var generator = SeededGenerator(seed: 1)
    var analysis = TextAnalysis(of: LocaleTag(canonical: "fr-FR"), keepsPlaces: true)
    for _ in 0..<300 {
      let bytes = (0..<60).map { _ in UInt8.random(in: 0...255, using: &generator) }
      analysis.clear()
      analysis.read(bytes.span)
      for token in analysis.tokens { #expect(token.range.upperBound <= bytes.count) }
    }
    analysis.clear()
    analysis.read([0x61, 0xFF, 0x62].span)
    #expect(analysis.terms == Array("a b ".utf8))
  }

  /// FTS5 takes apart what is neither an ASCII letter or digit nor beyond ASCII.
  @Test func termsAreWholeToTheTokenizer() {
    var analysis = TextAnalysis(of: LocaleTag(canonical: "el-GR"))
    for scalar in UInt32(0)..<0x3_0000 {
      guard let scalar = Unicode.Scalar(scalar) else { continue }
      analysis.read(String(scalar))
    }
    #expect(!analysis.terms.contains { $0 < 0x80 && $0 != 0x20 && !TextAnalysis.isWordByte($0) })
    #expect(!analysis.terms.contains { (0x41...0x5A).contains($0) })
  }
}
