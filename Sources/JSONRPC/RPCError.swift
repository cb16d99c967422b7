internal import Diagnostics

/// What is answered to a request that cannot be served.
package struct RPCError: Error {
  /// The codes that JSON-RPC 2.0 (section 5.1) gives a meaning.
  package enum Code {
    package static let parseError = -32700
    package static let invalidRequest = -32600
    package static let methodNotFound = -32601
    package static let invalidParams = -32602
    package static let internalError = -32603
  }

  package let code: Int
  /// One sentence.
  package let message: String
  /// A JSON value that says more.
  package let data: [UInt8]?

  package init(_ code: Int, _ message: String, data: [UInt8]? = nil) {
    self.code = code
    self.message = message
    self.data = data
  }

  /// Writes the `error` member's value.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("code", code)
      json.member("message", message)
      if let data {
        json.key("data")
        json.raw(data)
      }
    }
  }
}

extension RPCError {
  package static func invalidRequest(_ message: String) -> RPCError {
    RPCError(Code.invalidRequest, message)
  }

  package static func invalidParams(_ message: String) -> RPCError {
    RPCError(Code.invalidParams, message)
  }

  /// `name` is cut where it is long: answers are bounded.
  package static func unknownMethod(_ name: String) -> RPCError {
    RPCError(Code.methodNotFound, "there is no method '\(name.unicodeScalars.prefix(80))'")
  }
}
