internal import Render

/// The page errkb(1): what people wrote, and between it every command and option as the program
/// itself tells them.
struct ManualPage {
  private let tool: ToolDescription.Command
  private var writer = RoffWriter()

  init(_ tool: ToolDescription) { self.tool = tool.command }

  /// The source of the page.
  ///
  /// In the frame stand `@OPTIONS@` and `@COMMANDS@` on lines of their own, for what comes there.
  mutating func source(frame: String) -> [UInt8] {
    var source: [UInt8] = []
    for line in frame.split(separator: "\n") {
      writer = RoffWriter()
      switch line {
      case "@OPTIONS@": for option in shownOptions(of: tool) { append(option) }
      case "@COMMANDS@": for command in shownCommands { append(command) }
      default: source += Array("\(line)\n".utf8)
      }
      source += writer.bytes
    }
    return source
  }

  // MARK: Commands

  private var shownCommands: [ToolDescription.Command] {
    (tool.subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
  }

  private mutating func append(_ command: ToolDescription.Command) {
    let arguments = command.arguments ?? []
    let places = arguments.filter { $0.kind == .positional && $0.shouldDisplay }
    let global = shownOptions(of: tool)
    let options = shownOptions(of: command).filter { !global.contains($0) }

    let name = "\(tool.commandName) \(command.commandName)"
    writer.request("SS", name)
    var synopsis = StyledText(name, .bold)
    if !options.isEmpty {
      synopsis.append(" [")
      synopsis.append("option", .dim)
      synopsis.append(" ...]")
    }
    for place in places { append(place, to: &synopsis) }
    append(synopsis)
    for text in [command.abstract, command.discussion].compactMap(\.self) {
      appendParagraphs(text)
    }
    for place in places where place.abstract != nil { append(place) }
    for option in options { append(option) }

    let taken = global.filter { arguments.contains($0) && !Self.isEverywhere($0) }
    guard !taken.isEmpty else { return }
    writer.request("PP")
    var sentence = StyledText("It takes ")
    append(taken.compactMap { $0.names?.last?.text }, separator: " and ", to: &sentence)
    sentence.append(" as well.")
    append(sentence)
  }

  /// Appends an argument as it stands on the command line.
  private func append(_ place: ToolDescription.Argument, to synopsis: inout StyledText) {
    synopsis.append(place.isOptional ? " [" : " ")
    synopsis.append(place.valueName ?? "", .dim)
    synopsis.append((place.isRepeating ? " ..." : "") + (place.isOptional ? "]" : ""))
  }

  // MARK: Options

  private func shownOptions(of command: ToolDescription.Command) -> [ToolDescription.Argument] {
    (command.arguments ?? []).filter {
      guard $0.kind != .positional, $0.shouldDisplay else { return false }
      return command.commandName == tool.commandName || !Self.isEverywhere($0)
    }
  }

  /// Whether it is one of those that every command has of ArgumentParser.
  private static func isEverywhere(_ option: ToolDescription.Argument) -> Bool {
    option.names?.contains { ["help", "version"].contains($0.name) } ?? false
  }

  private mutating func append(_ argument: ToolDescription.Argument) {
    writer.request("TP")
    let names = argument.names ?? []
    var head = StyledText()
    let ordered = names.filter { $0.kind == .short } + names.filter { $0.kind != .short }
    append(ordered.map(\.text), separator: ", ", to: &head)
    if argument.kind != .flag {
      head.append(" ")
      head.append(argument.valueName ?? "", .dim)
    }
    append(head)
    append(words(argument))
  }

  /// What an option does, its values and what it is without it.
  private func words(_ argument: ToolDescription.Argument) -> StyledText {
    var words = StyledText(argument.abstract ?? "")
    words.append(" \(argument.discussion ?? "") ")
    guard argument.kind != .flag else { return words }
    if let values = argument.allValues {
      words.append("(values: ")
      append(values, separator: ", ", to: &words)
      words.append(argument.defaultValue == nil ? ")" : "; ")
    }
    if let value = argument.defaultValue {
      words.append(argument.allValues == nil ? "(default: " : "default: ")
      words.append(value, .bold)
      words.append(")")
    }
    return words
  }

  // MARK: Text

  /// Appends words as they are to be typed.
  private func append(_ words: [String], separator: String, to text: inout StyledText) {
    for (index, word) in words.enumerated() {
      if index > 0 { text.append(separator) }
      text.append(word, .bold)
    }
  }

  private mutating func appendParagraphs(_ text: String) {
    for paragraph in text.split(separator: "\n\n") {
      writer.request("PP")
      // Its lines are those of the source.
      append(StyledText(paragraph.split(separator: "\n").joined(separator: " ")))
    }
  }

  /// Appends text on a line; nothing in it is as long as a narrow page is wide.
  private mutating func append(_ text: StyledText) { writer.text(text, columns: 40) }
}
