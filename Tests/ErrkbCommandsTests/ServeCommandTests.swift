import TestSupport
import Testing

struct ServeCommandTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test("Without a site there is nothing to serve, and it says what makes one")
  func missingSite() throws {
    let result = try sandbox.run("serve --port 0")
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(
      result.errors
        == "errkb: there is no site in 'build': 'errkb build' makes one, and so does --watch\n")
  }

  @Test("What it is given wrongly is said before anything starts")
  func wrongUse() throws {
    #expect(try sandbox.run("serve --port 70000").status == 2)
    #expect(try sandbox.run("serve --templates x").errors.contains("--templates needs --watch"))
    #expect(try sandbox.run(["serve", "--output", ""]).status == 2)
  }
}
