internal import ArgumentParser
internal import Render

/// Whether the answer is coloured.
struct ColorOptions: ParsableArguments {
  @Option(
    name: .customLong("color"),
    help: ArgumentHelp(
      "When to colour: \(ColorChoice.allCases.map(\.rawValue).joined(separator: ", ")).",
      discussion: "NO_COLOR, CLICOLOR_FORCE, CLICOLOR and TERM=dumb decide for auto, in this order.",
      valueName: "when"))
  var choice: ColorChoice = .auto
}

extension ColorChoice: ExpressibleByArgument {}
