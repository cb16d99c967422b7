import Catalogue
import Index
import TestSupport
import Testing

/// A build of all the real pages, of both products.
@Suite(.enabled(if: Corpus.isEnabled))
struct CorpusBuildTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test func everyFileIsAPageOrAMessageListOrHasAnError() throws {
    let folders = ["sql-docs", "cpp-docs"].map { "\(Corpus.root)/\($0)" }
    let run = try sandbox.run(["build", "--only", "catalogue"] + folders)
    #expect(run.status == 0)
    #expect(run.output == "")

    var pages: Set<String> = []
    var lists: Set<String> = []
    let reader = try CatalogueReader(path: "\(sandbox.path)/build/catalogue.db")
    try reader.allPages { pages.insert($0.path) }
    try reader.allMessages { lists.insert($0.path) }
    let reported = Set(
      run.errorLines.filter { $0.contains(": error: ") }.map { String($0.prefix { $0 != ":" }) })

    var counts = (files: 0, pages: 0, lists: 0, reported: 0)
    for folder in ["sql-docs", "cpp-docs"] {
      for file in try Corpus.markdownFiles(under: folder) {
        guard !file.split(separator: "/").contains("includes") else { continue }
        let relative = String(file.dropFirst(folder.count + 1))
        counts.files += 1
        if pages.contains(relative) {
          counts.pages += 1
        } else if lists.contains(relative) {
          counts.lists += 1
        } else if reported.contains("\(Corpus.root)/\(file)") {
          counts.reported += 1
        } else {
          Issue.record("\(file) is neither in the catalogue nor reported")
        }
      }
    }
    #expect(counts.pages + counts.lists + counts.reported == counts.files)
    print("corpus: \(counts); \(run.errorLines.last ?? "")")

    let list = try sandbox.run(script: "$ERRKB list | wc -l; $ERRKB list | head -n 1; exit $?")
    #expect(list.status == 0)
    #expect(list.errors == "")
  }
}
