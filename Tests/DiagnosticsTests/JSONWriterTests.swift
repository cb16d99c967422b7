import Testing

@testable import Diagnostics

struct JSONWriterTests {
  @Test func putsCommasWhereTheyBelong() {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", 1)
      json.member("absent", nil as String?)
      json.member("logged", false)
      json.key("empty")
      json.object { _ in }
      json.member("ids", ["1", "2"])
      json.key("rows")
      json.array { json in
        json.array { _ in }
        json.object { json in json.member("a", "b") }
        json.integer(-7)
        json.raw(Array("[null]".utf8))
      }
      json.member("last", true)
    }
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #"{"schema":1,"logged":false,"empty":{},"ids":["1","2"],"#
        + #""rows":[[],{"a":"b"},-7,[null]],"last":true}"#)
  }

  @Test func separatesValuesOfTheTopLevelByLines() {
    var json = JSONWriter()
    for number in 1...3 {
      json.integer(number)
      json.endLine()
    }
    #expect(String(decoding: json.bytes, as: UTF8.self) == "1\n2\n3\n")
  }

  @Test(arguments: [
    ("", #""""#), ("plain é 字 🙂", #""plain é 字 🙂""#), (#"a"b\c/"#, #""a\"b\\c/""#),
    ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
    ("\0\u{1B}\u{1F}\u{7F}", "\"\\u0000\\u001b\\u001f\u{7F}\""),
    ("a\u{2028}b\u{2029}", #""a\u2028b\u2029""#), ("\u{2027}\u{202A}", "\"\u{2027}\u{202A}\""),
  ])
  func escapesWhatJSONAndJavaScriptCannotHold(text: String, written: String) {
    var json = JSONWriter()
    json.string(text)
    #expect(String(decoding: json.bytes, as: UTF8.self) == written)
    var other = JSONWriter()
    other.string(bytes: Array(text.utf8))
    #expect(String(decoding: other.bytes, as: UTF8.self) == written)
  }

  @Test func repairsBytesThatAreNotUTF8() {
    var json = JSONWriter()
    json.array { json in
      json.string(bytes: [0x61, 0xFF, 0x62])
      json.string(bytes: [0xE2, 0x80])
      json.string("after")
    }
    #expect(String(decoding: json.bytes, as: UTF8.self) == #"["a\#u{FFFD}b","\#u{FFFD}","after"]"#)
  }

  @Test(arguments: [
    (0, "0"), (-1, "-1"), (1_234, "1234"), (.min, "\(Int.min)"), (.max, "\(Int.max)"),
  ])
  func writesWholeNumbers(number: Int, written: String) {
    var json = JSONWriter()
    json.integer(number)
    #expect(String(decoding: json.bytes, as: UTF8.self) == written)
  }

  @Test func passesOnWhatABodyThrows() {
    struct Stop: Error {}
    var json = JSONWriter()
    #expect(throws: Stop.self) { try json.object { _ throws(Stop) in throw Stop() } }
  }
}
