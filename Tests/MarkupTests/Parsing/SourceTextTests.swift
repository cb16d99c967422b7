import Diagnostics
import Testing

@testable import Markup

@Suite struct SourceTextTests {
  private func read(_ bytes: [UInt8]) -> (text: String, diagnostics: [String]) {
    var diagnostics: [Diagnostic] = []
    let source = SourceText(path: "page.md", raw: bytes, diagnostics: &diagnostics)
    return (
      String(decoding: source.bytes, as: UTF8.self),
      diagnostics.map {
        "\($0.position.line):\($0.position.column): \($0.message) [\($0.rule.rawValue)]"
      }
    )
  }

  @Test(arguments: [
    ("a\r\nb\r\n", "a\nb\n"), ("a\r\nb\nc\r\n", "a\nb\nc\n"), ("a\rb", "a\nb"), ("a\r\r\nb", "a\n\nb"),
    ("\r\n", "\n"), ("a\r", "a\n"), ("a\tb", "a\tb"), ("", ""), ("é字\r\n", "é字\n"),
  ])
  func makesEveryLineEndALineFeed(raw: String, text: String) {
    let result = read(Array(raw.utf8))
    #expect(result.text == text)
    #expect(result.diagnostics == [])
  }

  @Test func takesOffAByteOrderMark() {
    let result = read(Array("\u{FEFF}a".utf8))
    #expect(result.text == "a")
    #expect(result.diagnostics == ["1:1: the file begins with a byte-order mark [byte-order-mark]"])
  }

  @Test func replacesControlCharactersAndReportsTheFirst() {
    let result = read(Array("é\r\nab\u{0}c\u{1B}".utf8))
    #expect(result.text == "é\nab\u{FFFD}c\u{FFFD}")
    #expect(
      result.diagnostics == [
        "2:3: the control character U+0000 is not text; U+FFFD stands in its place "
          + "[control-character]"
      ])
  }

  static let invalid: [(bytes: [UInt8], text: String, place: String)] = [
    ([0x61, 0x0A, 0xC3, 0xA9, 0xFF, 0x62], "a\né\u{FFFD}b", "2:3"),
    ([0x61, 0xE5, 0xAD], "a\u{FFFD}", "1:2"),
    ([0x61, 0x0D, 0x0A, 0x62, 0x80], "a\nb\u{FFFD}", "2:2"),
    ([0x61, 0x0D, 0x62, 0x80], "a\nb\u{FFFD}", "2:2"),
    ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}", "1:1"),
  ]

  @Test(arguments: invalid)
  func placesTheFirstByteThatIsNotUTF8(bytes: [UInt8], text: String, place: String) {
    let result = read(bytes)
    #expect(result.text == text)
    #expect(
      result.diagnostics == [
        "\(place): the bytes are not UTF-8; U+FFFD stands in their place [invalid-utf8]"
      ])
  }

  @Test(arguments: [
    [0xFF, 0xFE, 0x61, 0x00, 0x57, 0x5B], [0xFE, 0xFF, 0x00, 0x61, 0x5B, 0x57],
    [0xFF, 0xFE, 0x61, 0x00, 0x57, 0x5B, 0x61],
  ] as [[UInt8]])
  func readsUTF16AndSaysSo(bytes: [UInt8]) {
    let result = read(bytes)
    #expect(result.text == "a字")
    #expect(result.diagnostics == ["1:1: the file is UTF-16, not UTF-8 [invalid-utf8]"])
  }

  @Test func keepsNothingThatIsNoText() {
    for byte in UInt8.min...UInt8.max {
      let (text, _) = read([0x61, byte, 0x62])
      #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" })
    }
  }
}
