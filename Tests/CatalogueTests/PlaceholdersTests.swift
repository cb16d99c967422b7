import Catalogue
import Testing

struct PlaceholdersTests {
  private func placeholders(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return Placeholders.ranges(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test(arguments: [
    "%d", "%s", "%ls", "%.*ls", "%S_MSG", "%S_PGID", "%S_LSN", "%S_BLKIOPTR", "%I64d", "%I64u",
    "%ld", "%hs", "%x", "%i", "%08lx", "%u", "%02X", "%04lx", "%lx", "%#x", "%p", "%Is", "%Id",
    "%.*s", "%.2x", "%c", "%1!s!", "%2!08lx!", "%lu", "%#016I64x", "%0*I64x", "%4.2f", "%lc",
    "%.*hs", "%-30ls", "%hu", "%3ls", "%1", "%S",
    // What machine translation made of them.
    "%.* ls", "%. *ls", "%. * ls", "% s", "% ls", "% d", "% S_MSG", "% I64d", "%* ls", "%.**ls",
    "%d.*ls", "%l64d", "%0 *I64x",
  ])
  func findsEachKind(placeholder: String) {
    #expect(placeholders(in: placeholder) == [placeholder])
    #expect(placeholders(in: "'\(placeholder)'") == [placeholder])
    #expect(placeholders(in: "é \(placeholder), x") == [placeholder])
    #expect(placeholders(in: "\(placeholder). \(placeholder)") == [placeholder, placeholder])
  }

  @Test(arguments: [
    ("%sLe nom", ["%s"]),
    ("%dK", ["%d"]),
    ("%d個", ["%d"]),
    ("'%.*ls'.%.*ls", ["%.*ls", "%.*ls"]),
    ("\"%ls!\"", ["%ls"]),
    ("(%d:%d)", ["%d", "%d"]),
    ("%S_PAGE%d", ["%S_PAGE", "%d"]),
    ("%1!s!%2!d!", ["%1!s!", "%2!d!"]),
    ("%1!", ["%1"]),
    ("%2.", ["%2"]),
  ])
  func endsAPlaceholderWhereItEnds(text: String, expected: [String]) {
    #expect(placeholders(in: text) == expected)
  }

  @Test(arguments: [
    "", "%", "100 %", "100%.", "%%", "100%% de", "à 90 % des fichiers", "5 % d'un disque",
    "un % d'erreurs", "% de", "%'", "% ", "%.", "%*", "%l'", "%é", "LIKE '%[a-z]%'",
  ])
  func leavesPercentSignsAlone(text: String) {
    #expect(placeholders(in: text).isEmpty)
  }
}
