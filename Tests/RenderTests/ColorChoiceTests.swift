import Render
import Testing

struct ColorChoiceTests {
  @Test(arguments: [
    (ColorChoice.always, ["NO_COLOR": "1", "TERM": "dumb"], false, true),
    (.never, ["CLICOLOR_FORCE": "1"], true, false),
    (.auto, [:], true, true),
    (.auto, [:], false, false),
    (.auto, ["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], true, false),
    (.auto, ["NO_COLOR": ""], true, true),
    (.auto, ["CLICOLOR_FORCE": "1"], false, true),
    (.auto, ["CLICOLOR_FORCE": "1", "CLICOLOR": "0", "TERM": "dumb"], false, true),
    (.auto, ["CLICOLOR_FORCE": "0"], false, false),
    (.auto, ["CLICOLOR_FORCE": ""], false, false),
    (.auto, ["CLICOLOR": "0"], true, false),
    (.auto, ["CLICOLOR": "1"], true, true),
    (.auto, ["CLICOLOR": "1"], false, false),
    (.auto, ["TERM": "dumb"], true, false),
    (.auto, ["TERM": "xterm-256color"], true, true),
  ])
  func heedsOptionThenEnvironmentThenTerminal(
    option: ColorChoice, environment: [String: String], isTerminal: Bool, colors: Bool
  ) {
    let resolved = ColorChoice.resolve(
      option: option, environment: { environment[$0] }, isTerminal: isTerminal)
    #expect(resolved == colors)
  }
}
