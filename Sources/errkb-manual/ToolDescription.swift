/// What `errkb --experimental-dump-help` tells of its commands and options, as far as a manual needs
/// it: the names are those of ArgumentParser's format.
struct ToolDescription: Decodable {
  let command: Command

  struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let shouldDisplay: Bool
    let arguments: [Argument]?
    let subcommands: [Command]?
  }

  struct Argument: Decodable, Equatable {
    enum Kind: String, Decodable { case positional, option, flag }

    let kind: Kind
    let shouldDisplay: Bool
    let isOptional: Bool
    let isRepeating: Bool
    let names: [Name]?
    let valueName: String?
    let defaultValue: String?
    let allValues: [String]?
    let abstract: String?
    let discussion: String?
  }

  struct Name: Decodable, Equatable {
    enum Kind: String, Decodable { case short, long, longWithSingleDash }

    let kind: Kind
    let name: String

    /// As it is typed.
    var text: String { (kind == .long ? "--" : "-") + name }
  }
}
