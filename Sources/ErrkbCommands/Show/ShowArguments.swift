internal import Catalogue
internal import Render

/// Reads the plain forms of `errkb show` without ArgumentParser, whose first use costs more than
/// all the rest of the command.
///
/// It accepts only what is beyond doubt: long options, each at most once and spelled out, with
/// values that are right. Everything else, and so every mistake and every plea for help, is left
/// to the full parser, which gives the same request wherever this one gives any.
package enum ShowArguments {
  /// The request that the arguments after the program's name make, or nil where they are to be
  /// read by the full parser.
  package static func request(from arguments: some Collection<String>) -> ShowRequest? {
    guard arguments.first == "show" else { return nil }
    var request = ShowRequest(names: [])
    // A set would cost more than the whole look-up: its first use proves strings hashable.
    var given: [String] = []
    var rest = arguments.dropFirst()
    while let argument = rest.popFirst() {
      guard let option = PlainOption(argument) else {
        guard isName(argument) else { return nil }
        request.names.append(argument)
        continue
      }
      guard !given.contains(option.name) else { return nil }
      given.append(option.name)
      if setFlag(option, in: &request) { continue }
      guard let value = option.value ?? rest.popFirst(), PlainOption.isValue(value),
        set(option.name, to: value, in: &request)
      else { return nil }
    }
    return request.names.isEmpty ? nil : request
  }

  /// Whether an argument is an event's name: no option, unless a negative number.
  private static func isName(_ argument: String) -> Bool {
    guard argument.utf8.first == UInt8(ascii: "-") else { return !argument.isEmpty }
    return PlainOption.number(String(argument.dropFirst())) != nil
  }

  /// Sets an option that takes no value; false where it is none such.
  private static func setFlag(_ option: PlainOption, in request: inout ShowRequest) -> Bool {
    guard option.value == nil else { return false }
    switch option.name {
    case "no-pager": request.usesPager = false
    case "strict-lang": request.isLanguageStrict = true
    default: return false
    }
    return true
  }

  /// Sets an option to a value; false where either is not understood.
  private static func set(
    _ name: String, to value: String, in request: inout ShowRequest
  ) -> Bool {
    switch name {
    case "lang": request.languages = value
    case "source": request.source = value
    case "catalogue": request.catalogue = value
    case "section":
      guard let role = Role(rawValue: value) else { return false }
      request.section = role
    case "state":
      guard let state = PlainOption.number(value) else { return false }
      request.state = state
    case "format":
      guard let format = ShowRequest.Format(rawValue: value) else { return false }
      request.format = format
    case "width":
      guard let width = PlainOption.number(value), width > 0 else { return false }
      request.width = width
    case "color":
      guard let color = ColorChoice(rawValue: value) else { return false }
      request.color = color
    default: return false
    }
    return true
  }
}
