import Testing

struct BuildCommandTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private static let page = """
    ---
    title: MSSQLSERVER_17
    ---
    # MSSQLSERVER_17

    ## <a name="explanation"></a>Explanation

    Seventeen.

    """

  @Test func writesTheCatalogueAndSaysSo() throws {
    try sandbox.write(Self.page, to: "content/en-US/17.md")
    let run = try sandbox.run("build --only catalogue")
    #expect(run.status == 0)
    #expect(run.output == "")
    let totals =
      /build\/catalogue\.db: 1 page and 0 messages in 1 locale; 0 errors, 0 warnings; \d+\.\d s\n/
    #expect(run.errors.wholeMatch(of: totals) != nil)
    #expect(try sandbox.names(in: "build") == [".errkb", ".errkb-state", "catalogue.db"])
    #expect(try sandbox.run("show 17").status == 0)
  }

  @Test func reportsErrorsAndBuildsTheRest() throws {
    try sandbox.write(Self.page, to: "content/en-US/17.md")
    try sandbox.write("# Nothing\n", to: "content/en-US/a.md")
    let run = try sandbox.run("build")
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(run.errors.contains("content/en-US/a.md:1:1: error: "))
    #expect(try sandbox.run("show 17").status == 0)
  }

  @Test func strictWritesNothingWhereThereAreErrors() throws {
    try sandbox.write("# Nothing\n", to: "content/en-US/a.md")
    try sandbox.write(Self.page, to: "content/en-US/17.md")
    let run = try sandbox.run("build --strict")
    #expect(run.status == 1)
    #expect(run.errorLines.last == "errkb: nothing is written: 1 error")
    #expect(!sandbox.exists("build"))
  }

  @Test func strictKeepsTheFormerCatalogue() throws {
    try sandbox.write(Self.page, to: "content/en-US/17.md")
    #expect(try sandbox.run("build --strict").status == 0)
    let former = try sandbox.bytes(of: "build/catalogue.db")
    try sandbox.write("# Nothing\n", to: "content/en-US/a.md")
    #expect(try sandbox.run("build --strict").status == 1)
    #expect(try sandbox.bytes(of: "build/catalogue.db") == former)
  }

  @Test func anEmptyFolderIsADiagnosticAndNoCatalogue() throws {
    try sandbox.write("", to: "content/notes.txt")
    let run = try sandbox.run("build")
    #expect(run.status == 1)
    #expect(run.errorLines.first?.hasSuffix("[empty-content]") == true)
    #expect(!sandbox.exists("build"))
  }

  @Test func anUnknownConfigurationKeyIsADiagnostic() throws {
    try sandbox.write(Self.page, to: "content/en-US/17.md")
    try sandbox.write("baseUrl: https://example.org\n", to: "content/errkb.yml")
    let run = try sandbox.run("build")
    #expect(run.status == 0)
    #expect(
      run.errorLines.first
        == "content/errkb.yml:1:1: warning: unknown key 'baseUrl'; did you mean 'baseURL'? [configuration-key]"
    )
  }

  @Test(arguments: [
    ("build nowhere", "errkb: nowhere: No such file or directory"),
    ("build content/en-US/17.md", "errkb: content/en-US/17.md: Not a directory"),
    ("build -o content/en-US/17.md", "errkb: content/en-US/17.md: Not a directory"),
    ("build -o content/en-US/17.md/x", "errkb: content/en-US/17.md/x: Not a directory"),
    (
      "build -o /proc/errkb",
      "errkb: '/proc/errkb' is made beside its place, which cannot be written to: /proc: "
        + "No such file or directory"
    ),
  ])
  func saysInOneLineWhyItCannotRun(line: String, error: String) throws {
    try sandbox.write(Self.page, to: "content/en-US/17.md")
    #expect(try sandbox.run(line) == .init(output: "", errors: error + "\n", status: 2))
    #expect(!sandbox.exists("build"))
  }

  @Test(arguments: [
    "--jobs 0", "--only page", "--only catalogue,", "--base-url ftp://a", "--bogus",
  ])
  func wrongUseIsStatus2(options: String) throws {
    let run = try sandbox.run("build \(options)")
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("errkb: "))
  }

  @Test func baseURLOfTheCommandLineComesBeforeThatOfTheContent() throws {
    try sandbox.write(Self.page, to: "content/en-US/17.md")
    try sandbox.write("baseURL: https://example.org/a/\n", to: "content/errkb.yml")
    #expect(try sandbox.run("build -o a --only catalogue").status == 0)
    #expect(try sandbox.run("build -o b --base-url https://example.org/b/").status == 0)
    let query = "sqlite3 -readonly $F 'SELECT value FROM meta WHERE key = \"base_url\"'"
    let found = try ["a", "b"].map { folder in
      try sandbox.run(script: query, environment: ["F": "\(folder)/catalogue.db"]).output
    }
    #expect(found == ["https://example.org/a\n", "https://example.org/b\n"])
  }
}

// MARK: - The output folder

extension BuildCommandTests {
  @Test func refusesAFolderWithAnythingElseInIt() throws {
    try sandbox.write(Self.page, to: "content/en-US/17.md")
    try sandbox.write("mine", to: "out/notes.txt")
    let error =
      "errkb: 'out' holds 'notes.txt', which errkb did not write; give an empty or a new "
      + "folder with --output\n"
    #expect(
      try sandbox.run("build -o out") == .init(output: "", errors: error, status: 2))
    #expect(try sandbox.names(in: "out") == ["notes.txt"])
  }

  @Test func refusesAFolderThatAnythingElseWasPutInto() throws {
    try sandbox.write(Self.page, to: "content/en-US/17.md")
    #expect(try sandbox.run("build").status == 0)
    try sandbox.write("mine", to: "build/notes.txt")
    #expect(try sandbox.run("build").status == 2)
    #expect(
      try sandbox.names(in: "build") == [
        ".errkb", ".errkb-state", "catalogue.db", "man", "notes.txt", "site",
      ])
  }

  @Test func refusesAnotherProgramsDatabase() throws {
    try sandbox.write(Self.page, to: "content/en-US/17.md")
    try sandbox.write("another", to: "out/catalogue.db")
    #expect(try sandbox.run("build -o out").status == 2)
    #expect(try sandbox.bytes(of: "out/catalogue.db") == Array("another".utf8))
  }

  @Test func makesADamagedCatalogueAnew() throws {
    try sandbox.write(Self.page, to: "content/en-US/17.md")
    #expect(try sandbox.run("build").status == 0)
    try sandbox.write("damaged", to: "build/catalogue.db")
    #expect(try sandbox.run("show 17").status == 2)
    #expect(try sandbox.run("build").status == 0)
    #expect(try sandbox.run("show 17").status == 0)
  }

  @Test func refusesTheContentItself() throws {
    try sandbox.write(Self.page, to: "content/en-US/17.md")
    #expect(try sandbox.run("build -o content").status == 2)
    #expect(try sandbox.names(in: "content") == ["en-US"])
  }

  @Test func aFailedBuildLeavesNoFolderBehind() throws {
    #expect(try sandbox.run("build nowhere -o a/b/c").status == 2)
    #expect(!sandbox.exists("a"))
  }

  @Test func aKilledBuildLeavesTheFormerCatalogue() throws {
    #expect(try sandbox.run(["build", "--only", "catalogue", Sandbox.content]).status == 0)
    let former = try sandbox.bytes(of: "build/catalogue.db")
    var killed = 0
    for moment in 1...20 {
      let delay = String(0.01 * Double(moment))
      let script =
        "timeout -s KILL \(delay) $ERRKB build --clean --only catalogue \(Sandbox.content)"
      let run = try sandbox.run(script: script)
      if run.status == 137 { killed += 1 }
      #expect(try sandbox.bytes(of: "build/catalogue.db") == former)
      #expect(try sandbox.run("show 10061 --lang fr --format json").status == 0)
    }
    #expect(killed > 0)
    #expect(try sandbox.run(["build", "--only", "catalogue", Sandbox.content]).status == 0)
    #expect(try sandbox.names(in: "build") == [".errkb", ".errkb-state", "catalogue.db"])
    #expect(try sandbox.names(in: ".") == ["build"])
  }

  @Test func buildsOfOneFolderWaitForOneAnother() throws {
    let build = "$ERRKB build --clean --only catalogue \(Sandbox.content) 2>>log & "
    let run = try sandbox.run(script: build + build + build + "wait -n && wait -n && wait -n")
    #expect(run.status == 0)
    #expect(try sandbox.names(in: "build") == [".errkb", ".errkb-state", "catalogue.db"])
    #expect(try sandbox.names(in: ".") == ["build", "log"])
    let log = String(decoding: try sandbox.bytes(of: "log"), as: UTF8.self)
    #expect(log.contains("errkb: waiting for another build of 'build'\n"))
    #expect(try sandbox.run("show 10061").status == 0)
  }

  @Test func saysInOneLineThatTheDiskIsFull() throws {
    // Files may not grow beyond a few blocks, which a catalogue does.
    let script = "trap '' XFSZ; ulimit -f 64; exec $ERRKB build --only catalogue \(Sandbox.content)"
    let run = try sandbox.run(script: script)
    #expect(run.status == 2)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.hasPrefix("errkb: cannot write the catalogue 'build/catalogue.db': "))
    #expect(try sandbox.names(in: ".") == [])
  }
}

// MARK: - The same bytes

extension BuildCommandTests {
  @Test func theSameContentGivesTheSameBytes() throws {
    // Copied name by name in another order, so that folders list their files in another one.
    let copy = """
      cd \(Sandbox.content) && find . -type f | sort -r | while read -r name; do
        mkdir -p "$OLDPWD/elsewhere/${name%/*}" && cp "$name" "$OLDPWD/elsewhere/$name"
      done
      """
    #expect(try sandbox.run(script: copy).status == 0)
    #expect(
      try sandbox.run(["build", Sandbox.content, "-o", "a", "--only", "catalogue", "--jobs", "1"])
        .status == 0)
    #expect(
      try sandbox.run(["build", Sandbox.content, "-o", "b", "--only", "catalogue", "--jobs", "4"])
        .status == 0)
    #expect(try sandbox.run("build elsewhere -o c --jobs 3").status == 0)
    let bytes = try ["a", "b", "c"].map { try sandbox.bytes(of: "\($0)/catalogue.db") }
    #expect(bytes[0] == bytes[1])
    #expect(bytes[0] == bytes[2])
  }
}
