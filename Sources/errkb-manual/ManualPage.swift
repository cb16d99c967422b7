/// The page errkb(1): what people wrote, and between it every command and option as the program
/// itself tells them.
struct ManualPage {
  private let tool: ToolDescription.Command
  private var lines: [String] = []

  init(_ tool: ToolDescription) { self.tool = tool.command }

  /// The source of the page.
  ///
  /// In the frame stand `@OPTIONS@` and `@COMMANDS@` on lines of their own, for what comes there.
  mutating func source(frame: String) -> String {
    lines = []
    for line in frame.split(separator: "\n", omittingEmptySubsequences: false) {
      switch line {
      case "@OPTIONS@": for option in shownOptions(of: tool) { append(option) }
      case "@COMMANDS@": for command in shownCommands { append(command) }
      default: lines.append(String(line))
      }
    }
    return lines.joined(separator: "\n")
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

    lines.append(".SS " + ManText("\(tool.commandName) \(command.commandName)").source)
    var synopsis = [ManText.bold("\(tool.commandName) \(command.commandName)")]
    if !options.isEmpty { synopsis.append("[\\fIoption\\fR ...]") }
    synopsis += places.map(Self.synopsis)
    append(line: synopsis.joined(separator: " "))
    appendParagraphs([command.abstract, command.discussion].compactMap(\.self))
    for place in places where place.abstract != nil { append(place) }
    for option in options { append(option) }

    let taken = global.filter { arguments.contains($0) && !Self.isEverywhere($0) }
    guard !taken.isEmpty else { return }
    lines.append(".PP")
    let names = taken.compactMap { $0.names?.last.map { ManText.bold($0.text) } }
    append(line: "It takes " + names.joined(separator: " and ") + " as well.")
  }

  /// An argument as it stands on the command line.
  private static func synopsis(_ argument: ToolDescription.Argument) -> ManText {
    let name = ManText.italic(argument.valueName ?? "") + (argument.isRepeating ? " ..." : "")
    return argument.isOptional ? "[" + name + "]" : name
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
    lines.append(".TP")
    let value = argument.valueName.map { ManText.italic($0) }
    guard let names = argument.names, !names.isEmpty else {
      append(line: value ?? "")
      return append(line: Self.words(argument))
    }
    let ordered = names.filter { $0.kind == .short } + names.filter { $0.kind != .short }
    let shown = ordered.map { ManText.bold($0.text) }.joined(separator: ", ")
    append(line: argument.kind == .option ? shown + " " + (value ?? "") : shown)
    append(line: Self.words(argument))
  }

  /// What an option does, its values and what it is without it.
  private static func words(_ argument: ToolDescription.Argument) -> ManText {
    var notes: [ManText] = []
    if let values = argument.allValues, argument.kind != .flag {
      notes.append("values: " + values.map { ManText.bold($0) }.joined(separator: ", "))
    }
    if let value = argument.defaultValue, argument.kind != .flag {
      notes.append("default: " + ManText.bold(value))
    }
    let text = [argument.abstract, argument.discussion].compactMap(\.self).joined(separator: " ")
    guard !notes.isEmpty else { return ManText(text) }
    return ManText(text) + " (" + notes.joined(separator: "; ") + ")"
  }

  // MARK: Text

  private mutating func appendParagraphs(_ texts: [String]) {
    for text in texts {
      var paragraph: [String] = []
      for line in "\(text)\n".split(separator: "\n", omittingEmptySubsequences: false) {
        guard line.isEmpty else {
          paragraph.append(String(line))
          continue
        }
        if !paragraph.isEmpty {
          lines.append(".PP")
          append(line: ManText(paragraph.joined(separator: " ")))
        }
        paragraph = []
      }
    }
  }

  private mutating func append(line: ManText) { lines.append(line.source) }
}
