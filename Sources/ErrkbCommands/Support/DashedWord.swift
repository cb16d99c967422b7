/// Arguments that look like options but are none, got past ArgumentParser, which has no notion of
/// them: `-2`, the ID of an event, and `-without`, a word that a search is to do without.
///
/// The mark put before them is one that no argument of a process can hold.
enum DashedWord {
  private static let mark: Character = "\0"

  /// The commands that take IDs, codes or words.
  private static let commands: Set<String> = ["show", "fixes", "search", "decode", "diff"]

  /// The options before which such an argument is not a word but a missing value.
  private static let optionsWithValues: Set<String> = [
    "--lang", "--source", "--section", "--state", "--format", "--width", "--catalogue", "--color",
    "--in", "--limit",
  ]

  /// The arguments of the program with the dashed words among those of such commands marked.
  static func marked(in arguments: [String]) -> [String] {
    var marked: [String] = []
    var command: String?
    var isValue = false
    for (index, argument) in arguments.enumerated() {
      if isValue {
        isValue = false
      } else if argument == "--" {
        return marked + arguments[index...]
      } else if argument.hasPrefix("--") {
        isValue = optionsWithValues.contains(argument)
      } else if let command {
        let isWord = command == "search" ? isExclusion(argument) : isNegativeNumber(argument)
        if isWord {
          marked.append("\(mark)\(argument)")
          continue
        }
      } else {
        guard commands.contains(argument) else { return arguments }
        command = argument
      }
      marked.append(argument)
    }
    return marked
  }

  /// An argument as it was typed.
  static func unmarked(_ argument: String) -> String {
    argument.first == mark ? String(argument.dropFirst()) : argument
  }

  /// Whether an argument is a dash and a word, but not the plea for help.
  static func isExclusion(_ argument: String) -> Bool {
    argument.utf8.first == UInt8(ascii: "-") && argument.utf8.count > 1 && argument != "-h"
  }

  private static func isNegativeNumber(_ argument: String) -> Bool {
    let digits = argument.utf8.dropFirst()
    return argument.utf8.first == UInt8(ascii: "-") && !digits.isEmpty
      && digits.allSatisfy { (0x30...0x39).contains($0) }
  }
}
