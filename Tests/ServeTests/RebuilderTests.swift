import Serve
import Testing

struct RebuilderTests {
  @Test("A build says what it printed and whether it went well")
  func outcomes() throws {
    let good = try Rebuilder(
      program: "/bin/sh", arguments: ["-c", "echo a.md:1:1: warning >&2; echo out"]
    ).build()
    #expect(good.isBuilt && good.text.hasPrefix("a.md:1:1: warning\n"))
    #expect(try !Rebuilder(program: "/bin/sh", arguments: ["-c", "exit 1"]).build().isBuilt)
    #expect(try !Rebuilder(program: "/bin/sh", arguments: ["-c", "kill -9 $$"]).build().isBuilt)
  }

  @Test("A program that is not there is an error that names it")
  func missing() {
    #expect(throws: (any Error).self) { try Rebuilder(program: "/no/errkb", arguments: []).build() }
  }
}
