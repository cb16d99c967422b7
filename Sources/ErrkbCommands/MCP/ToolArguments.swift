internal import Diagnostics
internal import JSONRPC

/// An argument that a tool takes: its schema is written from this, and what comes is held against it.
struct ToolArgument {
  enum Form {
    /// Text of at most so many bytes.
    case text(limit: Int)
    /// Text, or a whole number, which stands for its digits.
    case name
    case number(ClosedRange<Int>)
    case word(of: [String])
  }

  var name: String
  var form: Form
  var isRequired = false
  /// One sentence for the model.
  var meaning: String

  /// Writes its schema.
  func write(to json: inout JSONWriter) {
    json.object { json in
      switch form {
      case .text: json.member("type", "string")
      case .name: json.member("type", ["string", "integer"])
      case .number(let range):
        json.member("type", "integer")
        json.member("minimum", range.lowerBound)
        if range.upperBound < .max { json.member("maximum", range.upperBound) }
      case .word(let words):
        json.member("type", "string")
        json.member("enum", words)
      }
      json.member("description", meaning)
    }
  }
}

/// The arguments of a call, as the tool takes them.
struct ToolArguments {
  private var texts: [String: String] = [:]
  private var numbers: [String: Int] = [:]

  /// What is wrong with an argument, in one sentence for the model.
  struct Misfit: Error { let message: String }

  /// Reads what came; an absent object is an empty one.
  init(_ given: JSONValue?, taken: [ToolArgument]) throws(Misfit) {
    if let given, !given.isObject { throw Misfit(message: "'arguments' is no object") }
    for name in given?.names ?? [] where !taken.contains(where: { $0.name == name }) {
      let list = taken.map(\.name).joined(separator: ", ")
      let shown = BoundedText.line(name, limit: 80)
      throw Misfit(message: "there is no argument '\(shown)' but \(list)")
    }
    for argument in taken {
      guard let value = given?[argument.name], !value.isNull else {
        guard argument.isRequired else { continue }
        throw Misfit(message: "'\(argument.name)' is missing")
      }
      try read(value, argument)
    }
  }

  func text(_ name: String) -> String? { texts[name] }

  func number(_ name: String) -> Int? { numbers[name] }

  private mutating func read(_ value: JSONValue, _ argument: ToolArgument) throws(Misfit) {
    let name = argument.name
    switch argument.form {
    case .text(let limit): texts[name] = try Self.text(value, name, limit: limit)
    case .name:
      if let number = value.integer {
        texts[name] = String(number)
      } else {
        texts[name] = try Self.text(value, name, limit: MCPLimits.argument)
      }
    case .number(let range):
      guard let number = value.integer else {
        throw Misfit(message: "'\(name)' is no whole number")
      }
      guard range ~= number else {
        throw Misfit(message: "'\(name)' is not within \(range.lowerBound) and \(range.upperBound)")
      }
      numbers[name] = number
    case .word(let words):
      guard let word = value.string, words.contains(word) else {
        throw Misfit(message: "'\(name)' is none of \(words.joined(separator: ", "))")
      }
      texts[name] = word
    }
  }

  private static func text(
    _ value: JSONValue, _ name: String, limit: Int
  ) throws(Misfit) -> String {
    guard let text = value.string else { throw Misfit(message: "'\(name)' is no text") }
    guard text.utf8.count <= limit else {
      throw Misfit(message: "'\(name)' has more than \(limit) bytes")
    }
    guard !text.isEmpty else { throw Misfit(message: "'\(name)' is empty") }
    return text
  }
}
