/// Options as grep's users type them, made ready for ArgumentParser: `-inA3` becomes `-i -n -A 3`, and a
/// pattern that looks like an option is marked with what no argument of a process can hold.
enum GrepBundles {
  private static let mark: Character = "\0"

  /// A pattern as it was typed.
  static func unmarked(_ pattern: String) -> String {
    pattern.first == mark ? String(pattern.dropFirst()) : pattern
  }

  private static func marked(_ pattern: String) -> String { "--regexp=\(mark)\(pattern)" }

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
        let known = GrepOption(name: option.name)
        if known == .pattern, let pattern = option.value ?? rest.popFirst() {
          apart.append(marked(pattern))
          continue
        }
        apart.append(argument)
        if option.value == nil, known?.takesValue == true, let value = rest.popFirst() {
          apart.append(value)
        }
        continue
      }
      guard let parts = parts(of: argument) else {
        apart.append(argument)
        continue
      }
      apart += parts.flags
      guard let (option, joined) = parts.last else { continue }
      guard let value = joined ?? rest.popFirst() else {
        apart.append(option)
        continue
      }
      apart += option == "-e" ? [marked(value)] : [option, value]
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

  /// What a bundle holds: its flags, and the option at its end that takes a value, with that if it is
  /// joined; nil where it is no bundle or holds what is no option.
  private static func parts(
    of bundle: String
  ) -> (flags: [String], last: (option: String, value: String?)?)? {
    guard bundle.utf8.first == UInt8(ascii: "-"), bundle.utf8.count > 1 else { return nil }
    var flags: [String] = []
    var letters = bundle.utf8.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = GrepOption(letter: letter) else { return nil }
      let name = "-\(Unicode.Scalar(letter))"
      guard option.takesValue else {
        flags.append(name)
        continue
      }
      return (flags, (name, letters.isEmpty ? nil : String(Substring(letters))))
    }
    return (flags, nil)
  }
}
