package import Catalogue
internal import Markup

/// One page as an HTML `article`: what `show --format html` prints.
///
/// The order is that of an answer: the title, the message, its severity, what to do, why, examples,
/// the rest, what it is often confused with, see also. A sub-section stays with the section that it
/// stands under, whatever its own role.
package struct PageFragment {
  private let page: Page
  private let words: InterfaceWords
  private let rewriting: HTMLRewriting

  /// Appends a page.
  ///
  /// `placeholders` are the ranges of the message's UTF-8 that are placeholders, in order and apart
  /// from one another.
  package static func append(
    _ page: Page, placeholders: [Range<Int>] = [], words: InterfaceWords = .english,
    rewriting: HTMLRewriting = HTMLRewriting(), to output: inout [UInt8]
  ) {
    let fragment = PageFragment(page: page, words: words, rewriting: rewriting)
    let head = ArticleHead(
      source: page.source, ids: page.ids, locale: page.locale, title: page.title,
      message: page.message, placeholders: placeholders, severity: page.severity,
      logged: page.logged)
    head.append(words: words, to: &output)
    fragment.writeBody(&output)
    output.append(contentsOf: "</article>\n".utf8)
  }

  private func writeBody(_ output: inout [UInt8]) {
    let document = page.document
    let start = page.sections.first?.heading.lowerBound ?? document.nodes.count
    // The page's own first heading is its title.
    for root in document.roots(in: 0..<start)
    where document.nodes[root].kind != .heading || document.nodes[root].detail > 1 {
      write(root..<Int(document.nodes[root].end), &output)
    }
    let groups = AnswerOrder(page).groups
    let seeAlso = groups.firstIndex { page.sections[$0.first].role == .seeAlso } ?? groups.count
    for group in groups[..<seeAlso] { write(group, &output) }
    if let beside = SetBeside.section(of: [page], words: words) {
      output.append(contentsOf: "<section data-role=\"\(SetBeside.name)\">\n".utf8)
      HTMLWriter.append(beside, beside.indices, words: words, rewriting: rewriting, to: &output)
      output.append(contentsOf: "</section>\n".utf8)
    }
    for group in groups[seeAlso...] { write(group, &output) }
  }

  private func write(_ group: AnswerOrder.Group, _ output: inout [UInt8]) {
    let role = page.sections[group.first].role.rawValue
    output.append(contentsOf: "<section data-role=\"\(role)\">\n".utf8)
    for section in page.sections[group.sections] {
      write(section.heading, &output)
      write(section.body, &output)
    }
    output.append(contentsOf: "</section>\n".utf8)
  }

  private func write(_ range: Range<Int>, _ output: inout [UInt8]) {
    HTMLWriter.append(page.document, range, words: words, rewriting: rewriting, to: &output)
  }
}
