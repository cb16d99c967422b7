import Catalogue
import Markup
import Render
import TestSupport
import Testing

/// Every page of the corpus, written as Markdown and read again.
// Skipped where the corpus is absent: it is not part of the package.
@Suite(.enabled(if: Corpus.isEnabled, "no corpus: set ERRKB_CORPUS to its folder"))
struct CorpusMarkdownTests {
  /// Finds nothing: what a page included stands in its Markdown.
  private struct NoFragments: FragmentLocator {
    func locate(_ target: String, from file: String) -> FragmentLocation { .missing }
    func read(_ path: String) -> [UInt8] { [] }
  }

  @Test(arguments: ["sql-docs", "cpp-docs"])
  func readsBackToTheSameTextAndHeadings(product: String) throws {
    var sink = MemorySink()
    _ = try CatalogueBuild(folders: ["\(Corpus.root)/\(product)"], jobs: 2).run(into: &sink)
    let library = FragmentLibrary(locator: NoFragments())
    var differing: [String] = []
    for page in sink.pages.values.sorted(by: { $0.path < $1.path }) {
      let markdown = page.document.markdown(of: page.document.indices)
      var parser = MarkdownParser(path: page.path, library: library)
      let again = parser.parse(markdown)
      let isSame =
        again.plainText(of: again.indices)
        == page.document.plainText(of: page.document.indices)
        && headings(of: again) == headings(of: page.document)
      if !isSame { differing.append(page.path) }
    }
    #expect(sink.pages.count > 1_000)
    #expect(differing.isEmpty, "\(differing.count): \(differing.prefix(20))")
  }

  private func headings(of document: Document) -> [String] {
    document.indices.filter { document.nodes[$0].kind == .heading }
      .map { "\(document.nodes[$0].detail) \(document.plainText(at: $0))" }
  }
}
