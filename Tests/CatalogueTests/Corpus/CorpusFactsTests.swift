import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Catalogue
@testable import Markup

/// The whole sql-docs corpus against what an independent extraction found in it.
// Skipped where the corpus is absent: it is not part of the package.
@Suite(.enabled(if: Corpus.isEnabled, "no corpus: set ERRKB_CORPUS to its folder"))
struct CorpusFactsTests {
  /// The share of every field that has to agree.
  private static let required = 0.995
  private static let pageLocales = ["en-us", "es-es", "fr-fr", "ja-jp", "zh-cn"]
  private static let listLocales = ["es-es", "fr-fr", "ja-jp", "zh-cn"]

  @Test func readsEveryFieldOfEveryPageAsTheFactsHaveIt() throws {
    let folder = "\(Corpus.root)/sql-docs"
    var sink = MemorySink()
    _ = try CatalogueBuild(folders: [folder], jobs: 2).run(into: &sink)
    let pages = Dictionary(
      sink.pages.values.map { ($0.path.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    var agreement = Agreement()
    var count = 0
    for locale in Self.pageLocales {
      for facts in try PageFacts.all(locale) {
        count += 1
        let path = "\(locale)/docs/relational-databases/errors-events/\(facts.file)"
        let page = try #require(pages[path.lowercased()], "\(path) is not in the catalogue")
        compare(page, facts, path, &agreement)
        try compareText(page, facts, "\(folder)/\(path)", &agreement)
      }
    }
    report(agreement, of: "\(count) pages")
    #expect(count == sink.pages.count)
    #expect(agreement.shortfalls(below: Self.required).isEmpty)
  }

  @Test func readsEveryRowOfEveryMessageListAsTheFactsHaveIt() throws {
    var sink = MemorySink()
    _ = try CatalogueBuild(folders: ["\(Corpus.root)/sql-docs"], jobs: 2).run(into: &sink)
    var agreement = Agreement()
    var count = 0
    for locale in Self.listLocales {
      let rows = Dictionary(
        sink.messages.filter { $0.path.hasPrefix(locale) }.map { ($0.line, $0) },
        uniquingKeysWith: { first, _ in first })
      for facts in try MessageFacts.all(locale) {
        count += 1
        let place = "\(locale):\(facts.line)"
        let message = rows[facts.line]
        agreement.compare("row", message != nil, true, place)
        guard let message else { continue }
        agreement.compare(
          "id", message.id.text, (facts.idAligned ?? facts.id).map(String.init) ?? "", place)
        agreement.compare("severity", message.severity, facts.severity, place)
        agreement.compare("logged", message.logged, facts.logged, place)
        agreement.compare("text", message.text, facts.text ?? "", place)
      }
    }
    report(agreement, of: "\(count) rows")
    #expect(agreement.shortfalls(below: Self.required).isEmpty)
  }

  private func report(_ agreement: Agreement, of what: String) {
    print("agreement on \(what):")
    for line in agreement.lines { print("  \(line)") }
    for line in agreement.differences { print("  differs: \(line)") }
  }

  // MARK: Fields of the page

  private func compare(
    _ page: Page, _ facts: PageFacts, _ path: String, _ agreement: inout Agreement
  ) {
    let id = String(facts.eventIDConsensus ?? facts.eventID)
    agreement.compare("event_id", page.ids.map(\.text), [id], path)
    agreement.compare("title", page.title, Self.withoutSiteName(facts.title), path)
    agreement.compare("product", page.details.productName, facts.product, path)
    agreement.compare("source", page.details.eventSource, facts.source, path)
    agreement.compare("component", page.details.component, facts.component, path)
    // The facts keep words such as "NA" as text; they say that there is no name.
    let isName = facts.symbolicName.map { $0.contains("_") || $0.count > 4 } ?? false
    if isName || facts.symbolicName == nil {
      agreement.compare("symbolic_name", page.details.symbolicName, facts.symbolicName, path)
    } else {
      let name = page.details.symbolicName
      agreement.compare("symbolic_name", name, name == facts.symbolicName ? name : nil, path)
    }
    agreement.compare("message", page.message, facts.message, path)
    agreement.compare(
      "extra_rows", page.details.others.map { [$0.label, $0.value] }, facts.extraRows ?? [], path)
    agreement.compare(
      "sections.level", page.sections.map(\.level), facts.sections.map(\.level), path)
    agreement.compare("sections.text", page.sections.map(\.title), facts.sections.map(\.text), path)
    if facts.sections.allSatisfy({ $0.anchor != nil }) {
      agreement.compare(
        "sections.anchor", page.sections.map { Self.withoutCount($0.anchor, in: facts) },
        facts.sections.compactMap(\.anchor), path)
    }
    for (section, fact) in zip(page.sections, facts.sections) {
      guard let role = Self.role(fact.canonical) else { continue }
      agreement.compare("sections.canonical", section.role, role, "\(path) \(fact.text)")
    }
  }

  private static func withoutSiteName(_ title: String) -> String {
    let folded = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return folded.split(separator: "|").first?.trimmingCharacters(in: .whitespaces) ?? folded
  }

  /// An anchor without the number that makes it the only one of its page.
  private static func withoutCount(_ anchor: String, in facts: PageFacts) -> String {
    if facts.sections.contains(where: { $0.anchor == anchor }) { return anchor }
    return anchor.split(separator: "-").dropLast().joined(separator: "-")
  }

  private static func role(_ canonical: String?) -> Role? {
    switch canonical {
    case "details": .details
    case "explanation": .explanation
    case "user-action", "resolution": .userAction
    case "see-also": .seeAlso
    case "cause": .cause
    case "examples": .example
    case "symptom": .symptom
    case "more-information": .remarks
    case "internal-only": .other
    default: nil
    }
  }

  // MARK: Fields of the text

  private func compareText(
    _ page: Page, _ facts: PageFacts, _ path: String, _ agreement: inout Agreement
  ) throws {
    let document = page.document
    func count(_ kind: Document.Kind) -> Int { document.nodes.count { $0.kind == kind } }
    let heading = document.nodes.first { $0.kind == .heading }
    agreement.compare(
      "h1.anchor", heading.map { document.string($0.attribute) } ?? "", facts.h1.anchor ?? "", path)
    let title = document.indices.first { document.nodes[$0].kind == .heading }
    agreement.compare(
      "h1.text", title.map { document.plainText(at: $0) } ?? "", facts.h1.text, path)
    let codes = document.nodes.filter { $0.kind == .codeBlock }
    agreement.compare(
      "code_blocks + html_blocks", codes.count, facts.codeBlocks + facts.htmlBlocks, path)
    agreement.compare(
      "code_langs", codes.map { document.string($0.attribute) }.filter { !$0.isEmpty },
      facts.codeLangs, path)
    agreement.compare("tables", count(.table) - 1, facts.tables, path)
    agreement.compare("links", count(.link), facts.links, path)
    agreement.compare("alerts", page.alerts.map { "\($0.kind)".uppercased() }, facts.alerts, path)
    agreement.compare(
      "block_quotes", count(.blockQuote) + count(.alert), facts.blockQuotes, path)
    agreement.compare(
      "user_action_nonempty", hasUserAction(page), facts.userActionNonempty, path)
    if let text = facts.userActionText {
      let section = page.sections.first { $0.role == .userAction && $0.level == 2 }
      agreement.compare(
        "user_action_text", section.map { document.plainText(of: $0.body) } ?? "", text, path)
    }

    let raw = try FileBytes.read(path)
    var diagnostics: [Diagnostic] = []
    let text = SourceText(path: path, raw: raw, diagnostics: &diagnostics)
    let paths = InlineMasking(text.bytes).tokens.compactMap { token -> String? in
      if case .include(_, let path) = token.kind { return path }
      return nil
    }
    agreement.compare("includes", paths, facts.includes, path)
    agreement.compare("row_labels", labels(of: document), facts.rowLabels, path)
  }

  /// Whether anything stands under the heading of the user action, sub-sections counted.
  private func hasUserAction(_ page: Page) -> Bool {
    page.sections.enumerated().contains { index, section in
      guard section.role == .userAction, section.level == 2 else { return false }
      if section.anchor == "resolution" { return false }
      let next = page.sections[(index + 1)...].first { $0.level <= 2 }
      let end = next?.heading.lowerBound ?? page.document.nodes.count
      return section.body.lowerBound < end
    }
  }

  /// The labels of the Details table's six rows.
  private func labels(of document: Document) -> [String] {
    guard let table = document.indices.first(where: { document.nodes[$0].kind == .table }) else {
      return []
    }
    return document.children(of: table).dropFirst().compactMap { row -> String? in
      let cells = Array(document.children(of: row))
      guard let first = cells.first else { return nil }
      let label = document.plainText(at: first)
      return label.isEmpty ? nil : label
    }
  }
}
