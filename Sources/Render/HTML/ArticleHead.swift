internal import Catalogue

/// How an HTML `article` about an event begins, be it of a page or of a message alone: what it is
/// about, its title, the message and its severity.
struct ArticleHead {
  let source: String
  let ids: [EventID]
  let locale: LocaleTag
  let title: String
  let message: String?
  /// As `MessageBlock` takes them.
  let placeholders: [Range<Int>]
  let severity: Int?
  let logged: Bool?

  /// Appends the start tag and the head; the end tag is the caller's.
  func append(words: InterfaceWords, to output: inout [UInt8]) {
    openArticle(&output)
    if let message { MessageBlock.append(message, placeholders: placeholders, to: &output) }
    writeSeverity(words, &output)
  }

  private func openArticle(_ output: inout [UInt8]) {
    let attributes = [
      ("lang", locale.text), ("dir", locale.isRightToLeft ? "rtl" : "ltr"),
      ("data-source", source), ("data-id", ids.map(\.text).joined(separator: " ")),
    ]
    output.append(contentsOf: "<article".utf8)
    for (name, value) in attributes {
      output.append(contentsOf: " \(name)=\"".utf8)
      HTMLEscaping.appendAttribute(value.utf8, to: &output)
      output.append(UInt8(ascii: "\""))
    }
    output.append(contentsOf: ">\n<h1>".utf8)
    HTMLEscaping.appendText(title.utf8, to: &output)
    output.append(contentsOf: "</h1>\n".utf8)
  }

  private func writeSeverity(_ words: InterfaceWords, _ output: inout [UInt8]) {
    var parts: [String] = []
    if let severity { parts.append("\(words[.severity]) \(severity)") }
    if let logged { parts.append(words[logged ? .logged : .notLogged]) }
    guard !parts.isEmpty else { return }
    output.append(contentsOf: "<p class=\"severity\">".utf8)
    HTMLEscaping.appendText(parts.joined(separator: " · ").utf8, to: &output)
    output.append(contentsOf: "</p>\n".utf8)
  }
}
