import Testing

/// What `build` does with the program that makes the site.
struct SitePartTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.write(
      """
      ---
      title: MSSQLSERVER_17
      ---
      # MSSQLSERVER_17

      ## Explanation

      Seventeen.

      """, to: "content/en-US/17.md")
  }

  @Test func makesTheSiteOfTheCatalogueThatItBuilt() throws {
    #expect(try sandbox.run("build --base-url https://example.org/kb").status == 0)
    let page = try sandbox.bytes(of: "build/site/en-us/mssqlserver/17/index.html")
    let text = String(decoding: page, as: UTF8.self)
    #expect(text.contains("Seventeen."))
    #expect(text.contains("https://example.org/kb/en-us/mssqlserver/17/"))
  }

  @Test func makesTheSiteAloneOfTheCatalogueThatIsThere() throws {
    #expect(try sandbox.run("build --only catalogue").status == 0)
    #expect(try sandbox.names(in: "build") == [".errkb", ".errkb-state", "catalogue.db"])
    let catalogue = try sandbox.bytes(of: "build/catalogue.db")
    #expect(
      try sandbox.run("build --only site --base-url https://a.org")
        == .init(output: "", errors: "", status: 0))
    #expect(sandbox.exists("build/site/en-us/mssqlserver/17/index.html"))
    #expect(try sandbox.bytes(of: "build/catalogue.db") == catalogue)
  }

  @Test func siteAloneNeedsACatalogue() throws {
    let error =
      "errkb: no catalogue at 'build/catalogue.db'; run 'errkb build CONTENT' or give "
      + "--catalogue PATH\n"
    #expect(try sandbox.run("build --only site") == .init(output: "", errors: error, status: 2))
    #expect(!sandbox.exists("build"))
  }

  @Test func brokenTemplateFailsTheBuildAndKeepsTheFormerOne() throws {
    #expect(try sandbox.run("build").status == 0)
    let former = try sandbox.bytes(of: "build/site/en-us/mssqlserver/17/index.html")
    try sandbox.write("{{#steps}}", to: "own/site/event.mustache")
    let run = try sandbox.run("build --templates own")
    #expect(
      run.errors
        == "own/site/event.mustache:1:11: error: a section is not closed [template-syntax]\n")
    #expect(run.status == 2)
    #expect(try sandbox.bytes(of: "build/site/en-us/mssqlserver/17/index.html") == former)
  }

  @Test func saysWhereItLookedForTheProgram() throws {
    let run = try sandbox.run(script: "mkdir bin; cp $ERRKB bin/; bin/errkb build")
    #expect(run.status == 2)
    #expect(run.errors.contains("errkb: the program that makes the site is missing: "))
    #expect(run.errors.contains("/bin/errkb-site' nor '"))
    #expect(run.errors.hasSuffix("/bin/../libexec/errkb/errkb-site'\n"))
    #expect(!sandbox.exists("build"))
  }

  @Test func programEndsWithTheBuildThatStartedIt() throws {
    let run = try sandbox.run(
      script: """
        $ERRKB build \(Sandbox.content) --only catalogue -o a 2>log
        ${ERRKB}-site build --bound --catalogue a/catalogue.db --output s < /dev/null
        """)
    #expect(run == .init(output: "", errors: "", status: 2))
  }
}
