internal import Markup

/// What of an event is set beside another's.
package struct ComparedEvent: Sendable {
  /// Why it happens, paragraph by paragraph, under the heading of its section.
  package struct Cause: Sendable, Hashable {
    package let role: Role
    package let title: String
    package let paragraphs: [String]
  }

  /// The answer as `show` would give it.
  package let answer: Answer
  package let message: String?
  package let severity: Int?
  package let logged: Bool?
  package let causes: [Cause]
  package let fixes: [Page.Fix]
  /// The words of the message that no other message has, as ranges of its UTF-8.
  package internal(set) var distinct: [Range<Int>] = []

  package init(_ answer: Answer) {
    self.answer = answer
    let messages = answer.messages
    message =
      answer.pages.lazy.compactMap { $0.message ?? $0.details.messageText }.first
      ?? messages.first?.text
    severity = answer.pages.lazy.compactMap(\.severity).first ?? messages.first?.severity
    logged = answer.pages.lazy.compactMap(\.logged).first ?? messages.first?.logged
    fixes = answer.pages.flatMap(\.fixes)
    let causes = answer.pages.flatMap { Self.sections(of: $0, role: .cause) }
    self.causes =
      causes.isEmpty ? answer.pages.flatMap { Self.sections(of: $0, role: .explanation) } : causes
  }

  /// `MSSQLSERVER_10061`.
  package var name: String { "\(answer.source)_\(answer.id.text)" }

  private static func sections(of page: Page, role: Role) -> [Cause] {
    page.sections.compactMap { section in
      guard section.role == role else { return nil }
      var paragraphs: [String] = []
      for root in page.document.roots(in: section.body) {
        switch page.document.nodes[root].kind {
        case .list:
          for item in page.document.children(of: root) {
            paragraphs.append("– \(page.document.plainText(at: item))")
          }
        case .table:
          // The first row names the columns.
          for row in page.document.children(of: root).dropFirst() {
            let cells = page.document.children(of: row).map { page.document.plainText(at: $0) }
            paragraphs.append("– \(cells.filter { !$0.isEmpty }.joined(separator: ": "))")
          }
        default:
          let text = page.document.plainText(at: root)
          if !text.isEmpty { paragraphs.append(text) }
        }
      }
      return paragraphs.isEmpty
        ? nil : Cause(role: section.role, title: section.title, paragraphs: paragraphs)
    }
  }
}
