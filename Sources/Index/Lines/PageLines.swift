internal import Catalogue
internal import Markup

/// The lines of a page in each scope, as they go into the catalogue.
struct PageLines: Sendable {
  /// Each heading, paragraph, list item, table row and line of code of the fixes as one line.
  private(set) var fixes = LineText()
  /// The same of the whole page, from the title on.
  private(set) var page = LineText()
  /// What the product prints, as one line.
  private(set) var message = LineText()

  private let blocks: BlockLines

  init(_ page: Page) {
    blocks = BlockLines(page.document)
    for fix in page.fixes { append(fix, of: page) }
    appendSections(of: page)
    if let text = page.message {
      message.append(text.utf8, role: .message, number: Self.messageLine(of: page))
    }
  }

  /// The lines of a row of a message list.
  static func lines(of message: Message) -> LineText {
    var lines = LineText()
    lines.append(message.text.utf8, role: .message, number: message.line)
    return lines
  }

  // MARK: Fixes

  private mutating func append(_ fix: Page.Fix, of page: Page) {
    let role = LineRole.section(fix.section.map { page.sections[$0].role } ?? .userAction)
    blocks.append(fix.nodes.clamped(to: page.document.indices), role: role, to: &fixes)
  }

  // MARK: Sections

  private mutating func appendSections(of page: Page) {
    // What stands before the first section, the title above all, is for nothing else.
    let first = page.sections.first?.heading.lowerBound ?? page.document.nodes.count
    blocks.append(0..<first, role: .section(.other), to: &self.page)
    for section in page.sections {
      blocks.append(
        section.heading.lowerBound..<section.body.upperBound, role: .section(section.role),
        to: &self.page)
    }
  }

  // MARK: Messages

  /// The line of the row that gives the message in the details, as far as it can be told.
  private static func messageLine(of page: Page) -> Int {
    guard let details = page.sections.first(where: { $0.role == .details }),
      let text = page.details.messageText
    else { return 1 }
    let document = page.document
    for node in details.body where document.nodes[node].kind == .tableRow {
      if document.plainText(at: node).hasSuffix(text) {
        return max(1, Int(document.nodes[node].line))
      }
    }
    return details.heading.isEmpty
      ? 1 : max(1, Int(document.nodes[details.heading.lowerBound].line))
  }
}
