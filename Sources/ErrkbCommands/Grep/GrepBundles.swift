/// Short options as grep's users type them, taken apart for ArgumentParser: `-inA3` becomes `-i -n
/// -A 3`.
enum GrepBundles {
  /// The arguments of the program with those of `grep` taken apart.
  static func apart(_ arguments: [String]) -> [String] {
    guard let command = commandIndex(arguments), arguments[command] == "grep" else {
      return arguments
    }
    var apart = Array(arguments[...command])
    var rest = arguments[(command + 1)...]
    while let argument = rest.popFirst() {
      if argument == "--" { return apart + [argument] + rest }
      if let option = PlainOption(argument) {
        apart.append(argument)
        if option.value == nil, GrepOption(name: option.name)?.takesValue == true,
          let value = rest.popFirst()
        {
          apart.append(value)
        }
        continue
      }
      guard let parts = parts(of: argument) else {
        apart.append(argument)
        continue
      }
      apart += parts.options
      if parts.wantsValue, let value = rest.popFirst() { apart.append(value) }
    }
    return apart
  }

  /// Where the name of the command stands, after the options of the program.
  private static func commandIndex(_ arguments: [String]) -> Int? {
    var index = 0
    while index < arguments.count, let option = PlainOption(arguments[index]) {
      index += option.value == nil && ["catalogue", "color"].contains(option.name) ? 2 : 1
    }
    return index < arguments.count ? index : nil
  }

  /// What a bundle holds, and whether its last option takes the next argument; nil where it is
  /// none or holds what is no option.
  private static func parts(of bundle: String) -> (options: [String], wantsValue: Bool)? {
    guard bundle.utf8.first == UInt8(ascii: "-"), bundle.utf8.count > 1 else { return nil }
    var options: [String] = []
    var letters = bundle.utf8.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = GrepOption(letter: letter) else { return nil }
      options.append("-\(Unicode.Scalar(letter))")
      guard option.takesValue else { continue }
      if letters.isEmpty { return (options, true) }
      return (options + [String(Substring(letters))], false)
    }
    return (options, false)
  }
}
