import Testing

@testable import Catalogue

struct SentenceSplitterTests {
  private static func sentences(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return SentenceSplitter.sentences(of: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test(arguments: [
    ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
    ("It takes 1.5 s. Then it ends.", ["It takes 1.5 s. Then it ends."]),
    ("See e.g. SQL Server. Or not.", ["See e.g. SQL Server.", "Or not."]),
    ("Error no. 53 came. No. It did not.", ["Error no. 53 came.", "No.", "It did not."]),
    ("Open server.exe now. (It helps.) Done", ["Open server.exe now.", "(It helps.)", "Done"]),
    ("Wait… it goes on. « Fin. » Voilà.", ["Wait… it goes on.", "« Fin. »", "Voilà."]),
    ("Le port 1433 ! Et p. ex. DNS.", ["Le port 1433 !", "Et p. ex. DNS."]),
    ("拒否されました。次に確認します。", ["拒否されました。", "次に確認します。"]),
    ("「終了。」次です", ["「終了。」", "次です"]),
    ("Das ist z. B. TCP. Ende.", ["Das ist z. B. TCP.", "Ende."]),
    ("هل يعمل؟ نعم.", ["هل يعمل؟", "نعم."]),
    ("Конец. Начало.", ["Конец.", "Начало."]),
    ("", []), ("   ", []), (".", ["."]), ("a", ["a"]), ("...", ["..."]),
  ])
  func endsSentencesWhereReadersDo(text: String, sentences: [String]) {
    #expect(Self.sentences(text) == sentences)
  }

  @Test func losesNothingButBlanks() {
    for text in ["A. B. C", "x 。y。 z", " lead. trail. ", "é… É! ñ? 1.5. Fin"] {
      #expect(
        Self.sentences(text).joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }
}
