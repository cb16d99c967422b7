import TestSupport
import Testing

struct DecodeCommandTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test(arguments: [
    ("wrapped.txt", "0x8007274D -2146232060"), ("numbers.txt", "10061 53 1"),
    ("others.txt", "28000 08S01 0xD0000022 -2"),
    ("wrapped-fr.txt", "0x8007274D --lang fr"), ("wrapped.json", "0x8007274D 53 --format json"),
    ("color.txt", "0xC0000022 --color always"),
  ])
  func printsWhatItMeans(name: String, line: String) throws {
    let run = try sandbox.ask("decode \(line)")
    #expect(run.errors == "")
    #expect(run.status == 0)
    try Golden("Decode", name).expect(run.output.utf8)
  }

  @Test func leavesNoGoldenBehind() throws {
    #expect(
      try Golden.names(of: "Decode") == [
        "color.txt", "numbers.txt", "others.txt", "wrapped-fr.txt", "wrapped.json", "wrapped.txt",
      ])
  }

  @Test func needsNoCatalogue() throws {
    let run = try sandbox.run("decode 10061")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.output.contains("WSAECONNREFUSED"))
    #expect(!run.output.contains("MSSQLSERVER"))
  }

  @Test func aCatalogueThatWasAskedForMustBeThere() throws {
    let run = try sandbox.run("decode 10061 --catalogue gone.db")
    #expect(run.status == 2)
    #expect(run.output == "")
  }

  @Test func anEventWithoutAReadingIsFound() throws {
    let run = try sandbox.ask("decode 18456 -2 --format json")
    #expect(run.status == 0)
    #expect(run.output.contains(#""readings":[],"events":["MSSQLSERVER_18456"]"#))
    #expect(run.output.contains(#""events":["MSSQLSERVER_-2"]"#))
  }

  @Test func aCodeOfNoSpaceIsStatus1AmongOthers() throws {
    let run = try sandbox.run("decode 53 hello --lang fr")
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("53\n"))
    #expect(run.errors == "errkb: hello n’est un code dans aucun espace connu\n")
  }

  @Test func anUnknownCodeIsPrintedWithoutItsControlCharacters() throws {
    let run = try sandbox.run(["decode", "\u{1B}[2J"])
    #expect(run.errors.hasPrefix(#"errkb: \u{1B}[2J is no code"#))
  }

  @Test(arguments: ["decode", "decode 1 --format xml", "decode 1 --lang f", "decode -x"])
  func wrongUseIsStatus2(line: String) throws {
    let run = try sandbox.run(line)
    #expect(run.status == 2)
    #expect(run.output == "")
  }

  @Test func fitsANarrowTerminal() throws {
    let run = try sandbox.runOnTerminal(
      "decode 0x8007274D --color never", columns: 40, environment: sandbox.asking())
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 40 })
  }

  @Test(.enabled(if: Schema.isCheckable))
  func jsonMatchesTheSchema() throws {
    let run = try sandbox.ask(
      "decode 0x8007274D 53 -2 28000 18456 0xC0202009 E_ACCESSDENIED --format json")
    #expect(run.status == 0)
    #expect(try Schema("code").errors(in: run.output) == "")
    #expect(try Schema("code").errors(in: #"{"schema":1,"kind":"code"}"#) != "")
  }
}
