package import Diagnostics

/// What serves requests: one end of a conversation.
package protocol RPCService {
  /// Writes the result of a request, one JSON object.
  mutating func answer(_ request: RPCRequest, to json: inout JSONWriter) throws(RPCError)

  /// Takes note of a notification.
  mutating func note(_ notification: RPCRequest)

  /// How many requests may come together in an array; 0 where none may.
  var longestBatch: Int { get }
}

/// One conversation in JSON-RPC 2.0: frames in, answers out.
///
/// Whatever comes in, a frame has at most one answer, and a wrong one that of its error.
package struct RPCSession<Service: RPCService> {
  package private(set) var service: Service

  package init(_ service: Service) { self.service = service }

  /// The answer to a frame, a line with its end; nil where there is none to give.
  package mutating func answer(to frame: FrameReader.Frame, limit: Int) -> [UInt8]? {
    switch frame {
    case .tooLong: Self.line(.invalidRequest("a frame has at most \(limit) bytes"))
    case .line(let bytes): answer(to: bytes)
    }
  }

  private mutating func answer(to bytes: [UInt8]) -> [UInt8]? {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue.parsed(bytes)
    } catch {
      return Self.line(
        RPCError(RPCError.Code.parseError, "the frame is not JSON, as byte \(error.position) shows")
      )
    }
    var json = JSONWriter()
    if value.isArray {
      guard writeBatch(value, to: &json) else { return nil }
    } else {
      guard write(answerTo: value, to: &json) else { return nil }
    }
    json.endLine()
    return json.bytes
  }

  /// Writes the answers to requests that came together; false where there is none.
  private mutating func writeBatch(_ batch: JSONValue, to json: inout JSONWriter) -> Bool {
    let longest = service.longestBatch
    guard longest > 0 else {
      Self.write(.invalidRequest("this version of the protocol has no batches"), to: &json)
      return true
    }
    guard 1...longest ~= batch.count else {
      Self.write(.invalidRequest("a batch has 1 to \(longest) requests"), to: &json)
      return true
    }
    var answers: [[UInt8]] = []
    for index in 0..<batch.count {
      var answer = JSONWriter()
      guard let value = batch.element(at: index), write(answerTo: value, to: &answer) else {
        continue
      }
      answers.append(answer.bytes)
    }
    guard !answers.isEmpty else { return false }
    json.array { json in
      for answer in answers { json.raw(answer) }
    }
    return true
  }

  /// Writes the answer to one value; false where it has none.
  private mutating func write(answerTo value: JSONValue, to json: inout JSONWriter) -> Bool {
    switch RPCRequest.message(value) {
    case .unanswered: return false
    case .invalid(let error, let id): Self.write(error, id, to: &json)
    case .request(let request):
      guard let id = request.id else {
        service.note(request)
        return false
      }
      var result = JSONWriter()
      do throws(RPCError) {
        try service.answer(request, to: &result)
        json.object { json in
          json.member("jsonrpc", "2.0")
          json.member(id: id)
          json.key("result")
          json.raw(result.bytes)
        }
      } catch {
        Self.write(error, id, to: &json)
      }
    }
    return true
  }

  private static func write(
    _ error: RPCError, _ id: RPCRequest.ID? = nil, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("jsonrpc", "2.0")
      json.member(id: id)
      json.key("error")
      error.write(to: &json)
    }
  }

  private static func line(_ error: RPCError) -> [UInt8] {
    var json = JSONWriter()
    write(error, to: &json)
    json.endLine()
    return json.bytes
  }
}
