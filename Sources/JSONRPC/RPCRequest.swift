internal import Diagnostics

/// A request or a notification as JSON-RPC 2.0 (section 4) has them.
package struct RPCRequest {
  /// What an answer is told by.
  package enum ID: Hashable, Sendable {
    case number(Int)
    case text(String)
  }

  /// Nil for a notification, which is never answered.
  package let id: ID?
  package let method: String
  /// An object, or nil where there is none.
  package let params: JSONValue?

  /// IDs are given back with every answer, which is bounded.
  static let longestID = 512
}

extension RPCRequest {
  /// What a value that came in is.
  enum Message {
    case request(RPCRequest)
    /// Nothing that is answered: an answer, of which nothing was asked, or a wrong notification.
    case unanswered
    case invalid(RPCError, ID?)
  }

  /// Reads one value of a frame.
  static func message(_ value: JSONValue) -> Message {
    guard value.isObject else {
      return .invalid(.invalidRequest("a request is an object"), nil)
    }
    let given = value["id"]
    let id = given.flatMap(Self.id)
    if given != nil, id == nil {
      return .invalid(
        .invalidRequest("'id' is a whole number or a string of at most \(longestID) bytes"), nil)
    }
    guard value["jsonrpc"]?.string == "2.0" else {
      return .invalid(.invalidRequest("'jsonrpc' is not \"2.0\""), id)
    }
    guard let name = value["method"] else {
      let isAnswer = value["result"] != nil || value["error"] != nil
      return isAnswer ? .unanswered : .invalid(.invalidRequest("there is no 'method'"), id)
    }
    guard let method = name.string else {
      return .invalid(.invalidRequest("'method' is no string"), id)
    }
    let params = value["params"].flatMap { $0.isNull ? nil : $0 }
    if let params, !params.isObject {
      guard params.isArray else { return .invalid(.invalidRequest("'params' is no object"), id) }
      // JSON-RPC has lists of parameters, this protocol has none; notifications learn of no error.
      return id == nil ? .unanswered : .invalid(.invalidParams("'params' is no object"), id)
    }
    return .request(RPCRequest(id: id, method: method, params: params))
  }

  private static func id(_ value: JSONValue) -> ID? {
    if let number = value.integer { return .number(number) }
    return value.string.flatMap { $0.utf8.count <= longestID ? .text($0) : nil }
  }
}

extension JSONWriter {
  /// Writes the member `id`, null where there is none.
  mutating func member(id: RPCRequest.ID?) {
    key("id")
    switch id {
    case .number(let number): integer(number)
    case .text(let text): string(text)
    case nil: raw(Array("null".utf8))
    }
  }
}
