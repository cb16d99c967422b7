import Testing

/// The line as the program draws it.
struct ShownProgressTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox(inMemory: true) }

  @Test func everyStageIsShownOnATerminalAndTakenAway() throws {
    let run = try sandbox.runOnTerminal("build \(Sandbox.content) --jobs 1", columns: 72)
    #expect(run.status == 0)
    // The terminal's own echo of nothing, and one line after the other over the same place.
    let drawn = run.output.split(separator: "\u{1B}[K").map { $0.drop { $0 == "\r" } }
    for stage in ["reading: ", "writing the catalogue", "writing the site: "] {
      #expect(drawn.contains { $0.contains(stage) }, "\(stage)")
    }
    let lines = drawn.filter { $0.contains(" of ") && $0.contains("pages") && !$0.contains("\n") }
    #expect(lines.allSatisfy { $0.count < 72 })
    let last = try #require(drawn.last)
    #expect(last.hasPrefix("build/catalogue.db: "))
    #expect(
      last.wholeMatch(of: /build.* pages and .* messages in .* locales; .* warnings; \d+\.\d s\n/)
        != nil)
  }

  @Test func aDumbTerminalIsLeftAlone() throws {
    let run = try sandbox.runOnTerminal(
      "build \(Sandbox.content) --only catalogue", environment: ["TERM": "dumb"])
    #expect(run.status == 0)
    #expect(!run.output.contains("\u{1B}"))
    #expect(run.output.hasPrefix("build/catalogue.db: "))
  }

  @Test func aPipeGetsNothingButTheTotals() throws {
    let run = try sandbox.run("build \(Sandbox.content)")
    #expect(run.output == "")
    #expect(run.errors.split(separator: "\n").last?.hasPrefix("build/catalogue.db: ") == true)
    #expect(!run.errors.contains("\r"))
  }
}
