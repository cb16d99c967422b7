internal import Catalogue
internal import Render

/// Reads the plain forms of `errkb search` without ArgumentParser, as `ShowArguments` does those of
/// `show`, and by the same rules.
package enum SearchArguments {
  /// The request that the arguments after the program's name make, or nil where they are to be
  /// read by the full parser.
  package static func request(from arguments: some Collection<String>) -> SearchRequest? {
    guard arguments.first == "search" else { return nil }
    var request = SearchRequest(words: [])
    var given: [String] = []
    var rest = arguments.dropFirst()
    while let argument = rest.popFirst() {
      guard let option = PlainOption(argument) else {
        guard !argument.isEmpty, argument != "-h" else { return nil }
        request.words.append(argument)
        continue
      }
      guard !given.contains(option.name) else { return nil }
      given.append(option.name)
      if option.name == "strict-lang", option.value == nil {
        request.isLanguageStrict = true
        continue
      }
      guard let value = option.value ?? rest.popFirst(), PlainOption.isValue(value),
        set(option.name, to: value, in: &request)
      else { return nil }
    }
    return request.words.isEmpty ? nil : request
  }

  /// Sets an option to a value; false where either is not understood.
  private static func set(
    _ name: String, to value: String, in request: inout SearchRequest
  ) -> Bool {
    switch name {
    case "lang": request.languages = value
    case "catalogue": request.catalogue = value
    case "in":
      guard let role = Role(rawValue: value) else { return false }
      request.role = role
    case "limit":
      guard let limit = PlainOption.number(value), limit > 0 else { return false }
      request.limit = limit
    case "format":
      guard let format = SearchRequest.Format(rawValue: value) else { return false }
      request.format = format
    case "color":
      guard let color = ColorChoice(rawValue: value) else { return false }
      request.color = color
    default: return false
    }
    return true
  }
}
