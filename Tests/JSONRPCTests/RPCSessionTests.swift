import Diagnostics
import TestSupport
import Testing

@testable import JSONRPC

/// Says what it was asked: the parameter `text`, or the error `code`.
private struct Echo: RPCService {
  var longestBatch: Int
  var noted: [String] = []

  mutating func answer(_ request: RPCRequest, to json: inout JSONWriter) throws(RPCError) {
    guard request.method == "echo" else { throw .unknownMethod(request.method) }
    if let code = request.params?["code"]?.integer { throw RPCError(code, "as asked") }
    json.object { $0.member("text", request.params?["text"]?.string) }
  }

  mutating func note(_ notification: RPCRequest) { noted.append(notification.method) }
}

/// Every frame has its answer, and a wrong one the right error.
struct RPCSessionTests {
  private func answers(
    _ frames: [UInt8]..., batch: Int = 3
  ) -> [String?] {
    var session = RPCSession(Echo(longestBatch: batch))
    return frames.map { frame in
      session.answer(to: .line(frame), limit: 100).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  private func reply(_ frame: String, batch: Int = 3) -> String? {
    answers(Array(frame.utf8), batch: batch)[0]
  }

  @Test func answersARequest() {
    #expect(
      reply(#"{"jsonrpc":"2.0","id":7,"method":"echo","params":{"text":"a\u0000é"}}"#)
        == #"{"jsonrpc":"2.0","id":7,"result":{"text":"a\u0000é"}}"# + "\n")
    #expect(
      reply(#" {"id":"x\"","method":"echo","jsonrpc":"2.0","params":null} "#)
        == #"{"jsonrpc":"2.0","id":"x\"","result":{}}"# + "\n")
    #expect(
      reply(#"{"jsonrpc":"2.0","id":-1,"method":"echo","params":{"code":-5}}"#)
        == #"{"jsonrpc":"2.0","id":-1,"error":{"code":-5,"message":"as asked"}}"# + "\n")
  }

  @Test func answersNoNotificationAndNoAnswer() {
    var session = RPCSession(Echo(longestBatch: 0))
    for frame in [
      #"{"jsonrpc":"2.0","method":"gone"}"#, #"{"jsonrpc":"2.0","method":"odd","params":[1]}"#,
      #"{"jsonrpc":"2.0","id":1,"result":{}}"#, #"{"jsonrpc":"2.0","id":1,"error":{"code":1}}"#,
    ] {
      #expect(session.answer(to: .line(Array(frame.utf8)), limit: 100) == nil)
    }
    #expect(session.service.noted == ["gone"])
  }

  @Test(arguments: [
    // What is no JSON.
    ("", -32700, "null"), ("{", -32700, "null"), ("{}{}", -32700, "null"),
    ("\u{FEFF}{}", -32700, "null"), (#"{"a":1,"a":2}"#, -32700, "null"),
    ("{\"a\u{0}\":1}", -32700, "null"),
    (#"{"id":123456789012345678901234567890}"#, -32700, "null"), (#""\ud800""#, -32700, "null"),
    // What is no request.
    ("1", -32600, "null"), ("null", -32600, "null"), (#""x""#, -32600, "null"),
    ("{}", -32600, "null"), (#"{"jsonrpc":"2.0"}"#, -32600, "null"),
    (#"{"jsonrpc":"1.0","id":1,"method":"echo"}"#, -32600, "1"),
    (#"{"jsonrpc":2.0,"id":1,"method":"echo"}"#, -32600, "1"),
    (#"{"jsonrpc":"2.0","id":1}"#, -32600, "1"),
    (#"{"jsonrpc":"2.0","id":1,"method":2}"#, -32600, "1"),
    (#"{"jsonrpc":"2.0","id":1,"method":"echo","params":"x"}"#, -32600, "1"),
    (#"{"jsonrpc":"2.0","id":1.5,"method":"echo"}"#, -32600, "null"),
    (#"{"jsonrpc":"2.0","id":null,"method":"echo"}"#, -32600, "null"),
    (#"{"jsonrpc":"2.0","id":[],"method":"echo"}"#, -32600, "null"),
    (#"{"jsonrpc":"2.0","id":true,"method":"echo"}"#, -32600, "null"),
    // What cannot be served.
    (#"{"jsonrpc":"2.0","id":1,"method":"gone"}"#, -32601, "1"),
    (#"{"jsonrpc":"2.0","id":1,"method":"echo","params":[]}"#, -32602, "1"),
  ])
  func tellsWhatIsWrong(frame: String, code: Int, id: String) throws {
    let answer = try #require(reply(frame))
    #expect(answer.hasPrefix(#"{"jsonrpc":"2.0","id":\#(id),"error":{"code":\#(code),"message":""#))
    #expect(answer.hasSuffix("}}\n"))
  }

  @Test func tellsWhatIsWrongWithBytesThatAreNoText() throws {
    let invalid: [UInt8] =
      Array(#"{"jsonrpc":"2.0","id":1,"method":""#.utf8) + [0xFF] + Array(#""}"#.utf8)
    for answer in answers(invalid, [0x00], [0xC3], [0x7B, 0x00, 0x7D]) {
      #expect(try #require(answer).hasPrefix(#"{"jsonrpc":"2.0","id":null,"error":{"code":-32700"#))
    }
  }

  @Test(arguments: ["[", #"{"a":"#])
  func nestingOfAMillionLevelsIsAnError(opening: String) throws {
    let answer = try #require(reply(String(repeating: opening, count: 1_000_000)))
    #expect(answer.hasPrefix(#"{"jsonrpc":"2.0","id":null,"error":{"code":-32700"#))
  }

  @Test func aLongIDIsNotGivenBack() throws {
    let id = String(repeating: "x", count: 513)
    let answer = try #require(reply(#"{"jsonrpc":"2.0","id":"\#(id)","method":"echo"}"#))
    #expect(answer.hasPrefix(#"{"jsonrpc":"2.0","id":null,"error":{"code":-32600"#))
  }

  @Test func tellsOfAFrameThatIsTooLong() throws {
    var session = RPCSession(Echo(longestBatch: 0))
    let told = session.answer(to: .tooLong, limit: 100)
    let answer = try #require(told)
    #expect(
      String(decoding: answer, as: UTF8.self)
        == #"{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"a frame has at most 100 bytes"}}"#
        + "\n")
  }

  @Test func answersABatchTogether() {
    let one = #"{"jsonrpc":"2.0","id":1,"method":"echo"}"#
    let note = #"{"jsonrpc":"2.0","method":"note"}"#
    let good = #"{"jsonrpc":"2.0","id":1,"result":{}}"#
    #expect(reply("[\(one),\(note),\(one)]") == "[\(good),\(good)]\n")
    #expect(reply("[\(note)]") == nil)
    #expect(
      reply("[\(one),1]")?.hasPrefix(
        "[\(good),{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32600")
        == true)
    for (frame, batch) in [("[]", 3), ("[\(one),\(one),\(one),\(one)]", 3), ("[\(one)]", 0)] {
      #expect(
        reply(frame, batch: batch)?
          .hasPrefix(#"{"jsonrpc":"2.0","id":null,"error":{"code":-32600"#) == true)
    }
  }

  /// Frames with bytes changed, left out and put in: each has one line for an answer, or none.
  @Test func whateverComesHasOneAnswer() {
    let seeds = [
      #"{"jsonrpc":"2.0","id":1,"method":"echo","params":{"text":"é\u00e9","n":[1,2.5e3,null]}}"#,
      #"[{"jsonrpc":"2.0","id":"a","method":"echo"},{"jsonrpc":"2.0","method":"note"}]"#,
    ].map { Array($0.utf8) }
    let bytes = Array("{}[]\",:\\u0019.e-\0\u{7F}\u{FF}".utf8) + [0xFF, 0xC0, 0xED]
    var generator = SmallGenerator()
    var session = RPCSession(Echo(longestBatch: 3))
    var counts = (answers: 0, results: 0)
    for round in 0..<20_000 {
      var frame = seeds[round % seeds.count]
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<frame.count, using: &generator)
        let byte = bytes[Int.random(in: 0..<bytes.count, using: &generator)]
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: frame[place] = byte
        case 1: frame.insert(byte, at: place)
        default: frame.remove(at: place)
        }
      }
      guard let answer = session.answer(to: .line(frame), limit: 100) else { continue }
      counts.answers += 1
      #expect(answer.last == 0x0A && answer.firstIndex(of: 0x0A) == answer.count - 1)
      guard let value = try? JSONValue.parsed(answer) else {
        Issue.record("an answer is no JSON: \(String(decoding: answer, as: UTF8.self))")
        continue
      }
      if value["result"] != nil { counts.results += 1 }
      #expect(value.isArray || value["result"] != nil || value["error"]?["code"]?.integer != nil)
    }
    #expect(counts.answers > 10_000)
    #expect(counts.results > 100)
  }
}
