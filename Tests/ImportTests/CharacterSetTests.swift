import Foundation
import Testing

struct CharacterSetTests {
  /// Bytes of one sentence in an encoding, and the sentence.
  struct Case: Sendable, CustomTestStringConvertible {
    var label: String
    var bytes: [UInt8]
    var text: String
    var testDescription: String { label }
  }

  static let cases = [
    Case(label: "windows-1252", bytes: [0x91, 0xE9, 0x92, 0x80], text: "‘é’€"),
    Case(label: "iso-8859-1", bytes: [0x93, 0xFC, 0x94], text: "“ü”"),
    Case(label: "windows-1251", bytes: [0xCE, 0xF8, 0xE8, 0xE1, 0xEA, 0xE0], text: "Ошибка"),
    Case(label: "koi8-r", bytes: [0xEF, 0xDB, 0xC9, 0xC2, 0xCB, 0xC1], text: "Ошибка"),
    Case(label: "windows-1255", bytes: [0xF9, 0xE2, 0xE9, 0xE0, 0xE4], text: "שגיאה"),
    Case(label: "windows-1256", bytes: [0xCE, 0xD8, 0xC3], text: "خطأ"),
    Case(label: "Shift_JIS", bytes: [0x83, 0x47, 0x83, 0x89, 0x81, 0x5B], text: "エラー"),
    Case(label: "gb2312", bytes: [0xB4, 0xED, 0xCE, 0xF3], text: "错误"),
    Case(label: "big5", bytes: [0xBF, 0xF9, 0xBB, 0x7E], text: "錯誤"),
    Case(label: "euc-kr", bytes: [0xBF, 0xC0, 0xB7, 0xF9], text: "오류"),
    Case(label: "utf-8", bytes: Array("错误".utf8), text: "错误"),
    // UTF-8 is UTF-8 whatever the page says.
    Case(label: "windows-1252", bytes: Array("erreur à l’é".utf8), text: "erreur à l’é"),
  ]

  @Test(arguments: cases)
  func pagesAreReadInTheirEncoding(sample: Case) {
    let head = Array("<html><meta charset=\"\(sample.label)\"><h1>t</h1><p>".utf8)
    let page = Sample.page(head + sample.bytes + Array("</p></html>".utf8))
    #expect(page.hasSuffix("\n\(sample.text)\n"))
  }

  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
  func utf16IsTold(encoding: String.Encoding) throws {
    let html = "<html><h1>t</h1><p>Grüße, 你好</p></html>"
    let plain = Array(try #require(html.data(using: encoding)))
    let mark: [UInt8] = encoding == .utf16LittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]
    #expect(Sample.page(plain).hasSuffix("\nGrüße, 你好\n"))
    #expect(Sample.page(mark + plain).hasSuffix("\nGrüße, 你好\n"))
  }

  @Test func theLanguageGivenTellsTheEncodingOfPlainText() {
    let bytes: [UInt8] = [0xCE, 0xF8, 0xE8, 0xE1, 0xEA, 0xE0]
    #expect(Sample.page(bytes, locale: "ru").hasSuffix("\nОшибка\n"))
  }
}
