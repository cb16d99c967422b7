internal import Diagnostics
internal import Markup

/// A page that is one large table of messages, as its own file tells it.
///
/// Its columns are known by their place: the ID first, the text last, and between them, where there
/// are four, severity and whether the event is logged.
package struct MessageListDraft: Sendable {
  /// One message as written.
  struct Row: Sendable {
    /// The text of the ID's cell.
    let written: String
    /// The ID that the cell gives, digit groups and odd dashes put right; nil where it gives none.
    var id: EventID?
    /// Whether the ID was put right to read it.
    var isMended: Bool
    /// Where the ID's cell links to.
    let link: String?
    let severity: Int?
    var logged: Bool?
    /// Nil where the row has too few cells.
    var text: String?
    /// What stands after the text because of a stray pipe.
    let surplus: String?
    let line: Int
  }

  /// The file, relative to the content folder.
  let relative: String
  /// The file, as it is reached from where the command runs.
  let path: String
  package let locale: LocaleTag
  /// The folder that holds the file, relative to the content folder.
  var directory: Substring {
    relative.lastIndex(of: "/").map { relative[..<$0] } ?? relative[..<relative.startIndex]
  }
  /// The file's name in lower case, the same for all translations of a list.
  var fileName: String { relative.split(separator: "/").last?.lowercased() ?? "" }
  var rows: [Row] = []

  /// Fewer rows than this make no list, whatever they look like.
  private static let fewestRows = 3

  /// Reads every table of messages in a document; nil where there is none.
  init?(
    _ document: Document, relative: String, path: String, locale: LocaleTag,
    vocabulary: Vocabulary
  ) {
    self.relative = relative
    self.path = path
    self.locale = locale
    var index = 0
    while index < document.nodes.count {
      if document.nodes[index].kind == .table {
        rows += Self.messages(of: document, table: index, vocabulary: vocabulary)
        index = Int(document.nodes[index].end)
      } else {
        index += 1
      }
    }
    if rows.count < Self.fewestRows { return nil }
  }

  /// The rows of a table if it lists messages, else none.
  private static func messages(
    of document: Document, table: Int, vocabulary: Vocabulary
  ) -> [Row] {
    var children = document.children(of: table)
    guard let header = children.next() else { return [] }
    let columns = document.children(of: header).reduce(into: 0) { count, cell in
      if document.nodes[cell].kind == .tableCell { count += 1 }
    }
    guard columns >= 2 else { return [] }
    var rows: [Row] = []
    var lines = 0
    var answers = Answers(vocabulary)
    while let row = children.next() {
      guard
        let message = message(
          of: document, row: row, columns: columns, vocabulary: vocabulary, &answers)
      else { continue }
      lines += 1
      rows.append(message)
    }
    let isList: Bool
    if columns >= 4 {
      let typical = rows.count { $0.id != nil && ($0.severity != nil || $0.link != nil) }
      isList = typical * 10 >= lines * 6
    } else {
      // Two columns of numbers may be anything: severities, reason codes.
      let typical = rows.count { row in
        row.id.map { Int($0.text) == nil || row.link?.hasSuffix(".md") == true } ?? false
      }
      isList = typical * 10 >= lines * 6
    }
    return isList ? rows : []
  }

  /// One row; nil for a spacer, in which no cell says anything.
  private static func message(
    of document: Document, row: Int, columns: Int, vocabulary: Vocabulary,
    _ answers: inout Answers
  ) -> Row? {
    var cells: [Int] = []
    var surplus: String?
    for cell in document.children(of: row) {
      if document.nodes[cell].kind == .tableCell {
        cells.append(cell)
      } else {
        surplus = document.plainText(of: document.descendants(of: cell))
        // The blank before the pipe belongs to what it is joined to.
        if document.bytes(document.nodes[cell + 1].text).first == 0x20 {
          surplus = surplus.map { " " + $0 }
        }
      }
    }
    let texts = cells.map { document.plainText(at: $0) }
    guard texts.contains(where: { !$0.isEmpty }), cells.count == columns else { return nil }
    let link = document.descendants(of: cells[0]).first { document.nodes[$0].kind == .link }
      .map { document.string(document.nodes[$0].attribute) }
    let (id, isMended) = MessageID.read(texts[0], vocabulary: vocabulary)
    let text = texts[columns - 1]
    let hasText = document.descendants(of: cells[columns - 1]).isEmpty == false
    return Row(
      written: texts[0], id: id, isMended: isMended, link: link,
      severity: columns >= 4 ? Int(texts[1]).flatMap { (0...25).contains($0) ? $0 : nil } : nil,
      logged: columns >= 4 ? answers.logged(texts[2]) : nil,
      text: hasText ? text : nil, surplus: surplus, line: Int(document.nodes[row].line))
  }
}

/// What the words for yes and no of a list mean: few words, in thousands of rows.
private struct Answers {
  private let vocabulary: Vocabulary
  private var known: [(word: String, isLogged: Bool?)] = []
  private static let mostKnown = 8

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  mutating func logged(_ word: String) -> Bool? {
    if let answer = known.first(where: { $0.word == word }) { return answer.isLogged }
    let isLogged = vocabulary.logged(word)
    if known.count < Self.mostKnown { known.append((word, isLogged)) }
    return isLogged
  }
}

extension MessageListDraft {
  /// What is wrong with the placeholders of the list: one diagnostic, since a translation damages
  /// hundreds in the same way.
  var placeholderDamage: Diagnostic? {
    let damaged = rows.compactMap { row in
      row.text.flatMap { Placeholders.damage(of: $0) }.map { (row: row, damage: $0) }
    }
    guard let first = damaged.first else { return nil }
    let count = damaged.reduce(0) { $0 + $1.damage.count }
    let others = count == 1 ? "" : "; the list has \(count) such, in \(damaged.count) messages"
    return Diagnostic(
      .placeholder, path: path, at: SourcePosition(line: first.row.line),
      "'\(first.damage.first)' in the message is no placeholder that the product writes\(others)")
  }
}
