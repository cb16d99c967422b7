/// Event IDs that look like options, `-2`, got past ArgumentParser, which has no notion of them.
///
/// The mark put before them is one that no argument of a process can hold.
enum NegativeID {
  private static let mark: Character = "\0"

  /// The commands that take IDs or codes.
  private static let commands: Set<String> = ["show", "decode", "diff"]

  /// The options before which a number is not an event but a missing value.
  private static let optionsWithValues: Set<String> = [
    "--lang", "--source", "--section", "--state", "--format", "--width", "--catalogue", "--color",
  ]

  /// The arguments of the program with the negative numbers among the IDs marked.
  static func marked(in arguments: [String]) -> [String] {
    var marked: [String] = []
    var isInCommand = false
    var isValue = false
    for (index, argument) in arguments.enumerated() {
      if isValue {
        isValue = false
      } else if argument == "--" {
        return marked + arguments[index...]
      } else if argument.hasPrefix("--") {
        isValue = optionsWithValues.contains(argument)
      } else if !isInCommand {
        guard commands.contains(argument) else { return arguments }
        isInCommand = true
      } else if isNegativeNumber(argument) {
        marked.append("\(mark)\(argument)")
        continue
      }
      marked.append(argument)
    }
    return marked
  }

  /// An argument as it was typed.
  static func unmarked(_ argument: String) -> String {
    argument.first == mark ? String(argument.dropFirst()) : argument
  }

  private static func isNegativeNumber(_ argument: String) -> Bool {
    let digits = argument.utf8.dropFirst()
    return argument.utf8.first == UInt8(ascii: "-") && !digits.isEmpty
      && digits.allSatisfy { (0x30...0x39).contains($0) }
  }
}
