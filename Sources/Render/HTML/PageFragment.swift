package import Catalogue
internal import Markup

/// One page as an HTML `article`: what `show --format html` prints and the site puts in its frame.
///
/// The order is that of an answer: the title, the message, its severity, what to do, why, examples,
/// the rest, see also. A sub-section stays with the section that it stands under, whatever its own
/// role.
package struct PageFragment {
  private let page: Page
  private let words: InterfaceWords
  private let resolve: (String) -> String?

  /// Appends a page.
  ///
  /// - Parameters:
  ///   - placeholders: the ranges of the message's UTF-8 that are placeholders, in order and apart
  ///     from one another.
  ///   - resolve: as in `HTMLWriter`.
  package static func append(
    _ page: Page, placeholders: [Range<Int>] = [], words: InterfaceWords = .english,
    resolve: (String) -> String? = { $0 }, to output: inout [UInt8]
  ) {
    withoutActuallyEscaping(resolve) { resolve in
      let fragment = PageFragment(page: page, words: words, resolve: resolve)
      fragment.openArticle(&output)
      if let message = page.message {
        MessageBlock.append(message, placeholders: placeholders, to: &output)
      }
      fragment.writeSeverity(&output)
      fragment.writeBody(&output)
      output.append(contentsOf: "</article>\n".utf8)
    }
  }

  private func openArticle(_ output: inout [UInt8]) {
    let attributes = [
      ("lang", page.locale.text), ("dir", page.locale.isRightToLeft ? "rtl" : "ltr"),
      ("data-source", page.source), ("data-id", page.ids.map(\.text).joined(separator: " ")),
    ]
    output.append(contentsOf: "<article".utf8)
    for (name, value) in attributes {
      output.append(contentsOf: " \(name)=\"".utf8)
      HTMLEscaping.appendAttribute(value.utf8, to: &output)
      output.append(UInt8(ascii: "\""))
    }
    output.append(contentsOf: ">\n<h1>".utf8)
    HTMLEscaping.appendText(page.title.utf8, to: &output)
    output.append(contentsOf: "</h1>\n".utf8)
  }

  private func writeSeverity(_ output: inout [UInt8]) {
    var parts: [String] = []
    if let severity = page.severity { parts.append("\(words[.severity]) \(severity)") }
    if let logged = page.logged { parts.append(words[logged ? .logged : .notLogged]) }
    guard !parts.isEmpty else { return }
    output.append(contentsOf: "<p class=\"severity\">".utf8)
    HTMLEscaping.appendText(parts.joined(separator: " · ").utf8, to: &output)
    output.append(contentsOf: "</p>\n".utf8)
  }

  private func writeBody(_ output: inout [UInt8]) {
    let document = page.document
    let start = page.sections.first?.heading.lowerBound ?? document.nodes.count
    // The page's own first heading is its title.
    for root in document.roots(in: 0..<start)
    where document.nodes[root].kind != .heading || document.nodes[root].detail > 1 {
      write(root..<Int(document.nodes[root].end), &output)
    }
    for group in AnswerOrder(page).groups {
      let role = page.sections[group.lowerBound].role.rawValue
      output.append(contentsOf: "<section data-role=\"\(role)\">\n".utf8)
      for section in page.sections[group] {
        write(section.heading, &output)
        write(section.body, &output)
      }
      output.append(contentsOf: "</section>\n".utf8)
    }
  }

  private func write(_ range: Range<Int>, _ output: inout [UInt8]) {
    HTMLWriter.append(page.document, range, words: words, resolve: resolve, to: &output)
  }
}

/// The text that the product prints, its placeholders told apart.
package enum MessageBlock {
  /// Appends a message; the ranges count its UTF-8 bytes, and those that do not fit are plain text.
  package static func append(
    _ message: String, placeholders: [Range<Int>], to output: inout [UInt8]
  ) {
    let text = Array(message.utf8)
    var start = 0
    output.append(contentsOf: "<p class=\"message\">".utf8)
    for range in placeholders where range.lowerBound >= start && range.upperBound <= text.count {
      HTMLEscaping.appendText(text[start..<range.lowerBound], to: &output)
      output.append(contentsOf: "<span class=\"placeholder\" translate=\"no\">".utf8)
      HTMLEscaping.appendText(text[range], to: &output)
      output.append(contentsOf: "</span>".utf8)
      start = range.upperBound
    }
    HTMLEscaping.appendText(text[start...], to: &output)
    output.append(contentsOf: "</p>\n".utf8)
  }
}
