import Render
import Testing

struct LineWrapperTests {
  private func wrap(_ text: String, _ width: Int) -> [String] {
    let bytes = Array(text.utf8)
    return LineWrapper(width: width).lines(of: bytes).map {
      String(decoding: bytes[$0], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("", 10, [""]),
    ("one two three", 7, ["one two", "three"]),
    ("one two three", 8, ["one two", "three"]),
    ("one  two", 4, ["one", "two"]),
    ("a\nb", 10, ["a", "b"]),
    ("one two\nthree", 7, ["one two", "three"]),
    ("ends ", 10, ["ends"]),
    // A word longer than the line stays whole.
    ("see C:\\Program\\Files\\x now", 8, ["see", "C:\\Program\\Files\\x", "now"]),
    // No-break spaces hold, and so do plain blanks before French marks.
    ("dix mille\u{A0}lignes", 12, ["dix", "mille\u{A0}lignes"]),
    ("le fournisseur : TCP", 15, ["le", "fournisseur :", "TCP"]),
    ("on dit « oui » ici", 9, ["on dit", "« oui »", "ici"]),
    // Wide characters count two.
    ("数据库数据库", 5, ["数据", "库数", "据库"]),
    ("SQL数据库", 5, ["SQL数", "据库"]),
    // Kinsoku: neither 。 nor ー begins a line, no bracket ends one.
    ("あいう。", 6, ["あい", "う。"]),
    ("サーバー", 6, ["サー", "バー"]),
    ("あ（い）う", 4, ["あ", "（い）", "う"]),
    ("ああ「い", 6, ["ああ", "「い"]),
    ("あ%d個", 4, ["あ%d", "個"]),
    // Korean breaks at blanks.
    ("데이터 베이스", 8, ["데이터", "베이스"]),
    ("か\u{3099}き", 2, ["か\u{3099}", "き"]),
  ])
  func breaksWhereTheScriptAllows(text: String, width: Int, lines: [String]) {
    #expect(wrap(text, width) == lines)
  }

  @Test func givesTheFirstLineItsOwnWidth() {
    let bytes = Array("aa bb cc dd".utf8)
    let lines = LineWrapper(first: 2, rest: 8).lines(of: bytes)
    #expect(lines == [0..<2, 3..<11])
  }

  @Test func losesNothingButBlanks() {
    let text = "数据 base « x » : 「引用」%.*ls, élan 서버\nfin"
    for width in 1...40 {
      let joined = wrap(text, width).joined().filter { $0 != " " }
      #expect(joined == text.filter { $0 != " " && $0 != "\n" })
    }
  }
}
