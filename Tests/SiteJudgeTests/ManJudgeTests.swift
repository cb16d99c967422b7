import TestSupport
import Testing

/// The programs that show man pages, on every page that is made beside a site.
@Suite(.serialized, .enabled(if: ManJudge.areThere, "mandoc, groff or man is missing"))
struct ManJudgeTests {
  private let judge: ManJudge

  init() throws { judge = try ManJudge(of: JudgedSite.samples.get()) }

  @Test func nothingIsWrongWithAnyPage() throws {
    #expect(try judge.problems() == "")
  }

  @Test func everyAliasLeadsToAPage() throws {
    #expect(try judge.brokenAliases() == "")
  }
}

/// The man pages of the whole corpus.
@Suite(
  .serialized,
  .enabled(
    if: ManJudge.areThere && Corpus.isEnabled && Program(Program.release, "--version").isThere(),
    "a judge, the corpus or the release is missing"))
struct CorpusManJudgeTests {
  private let judge: ManJudge

  init() throws { judge = try ManJudge(of: JudgedSite.corpus.get()) }

  @Test func nothingIsWrongWithAnyPage() throws {
    #expect(try judge.problems() == "")
    let count = try judge.run("pages | tr -cd '\\0' | wc -c")
    #expect((Int(count.filter(\.isNumber)) ?? 0) > 6000)
  }

  @Test func everyAliasLeadsToAPage() throws {
    #expect(try judge.brokenAliases() == "")
  }
}

/// What programs say of the man pages in a folder.
struct ManJudge {
  private let folder: String

  init(of site: JudgedSite) { folder = site.man }

  static let areThere =
    Program("mandoc", "-Tascii", "/dev/null").isThere()
    && Program("groff", "--version").isThere() && Program("lexgrog", "--version").isThere()

  /// What mandoc and groff warn of, and the pages of which `mandb` knows no name.
  func problems() throws -> String {
    try run(
      """
      pages | xargs -0 mandoc -Tlint -Wwarning
      pages | xargs -0 -P 2 -n 100 groff -k -ww -man -Tutf8 2>&1 > /dev/null
      pages | xargs -0 -P 2 -n 100 lexgrog | grep -v ': "'
      """)
  }

  /// The aliases that lead nowhere.
  func brokenAliases() throws -> String {
    try run(
      """
      grep -rlZ '^\\.so ' . | while IFS= read -r -d '' alias; do
        read -r request target < "$alias"
        [ -f "${alias%/man7/*}/$target" ] || echo "$alias: $target"
      done
      """)
  }

  /// Runs a script in the folder; `pages` are the files that are no aliases.
  func run(_ script: String) throws -> String {
    let script = """
      cd "$0"; export LC_ALL=C.UTF-8
      pages() { grep -rLZ '^\\.so ' .; }
      { \(script)
      } 2>&1 | head -n 100
      """
    let run = try Program("bash", "-c", script, folder).run()
    return String(decoding: run.output + run.errors, as: UTF8.self)
  }
}
