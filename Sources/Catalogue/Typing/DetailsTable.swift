internal import Diagnostics
internal import Markup

/// The attribute table of a reference page: found by its place, read by position, checked by label.
struct DetailsTable {
  private(set) var details = Page.Details()
  /// The line of the row that holds the event ID.
  private(set) var idLine = 1
  /// The line of the row that holds the message.
  private(set) var messageLine = 1
  /// The nodes of the table.
  let nodes: Range<Int>

  /// The order of the rows, the same on every page in every language.
  private static let order: [DetailsField] = [
    .productName, .eventID, .eventSource, .component, .symbolicName, .messageText,
  ]

  /// Finds the table directly under the first section of an outline and reads it.
  init?(
    _ document: Document, outline: Outline, locale: LocaleTag, vocabulary: Vocabulary,
    path: String, diagnostics: inout [Diagnostic]
  ) {
    guard
      let section = outline.sections.first(where: { $0.role == .details })
        ?? outline.sections.first,
      let table = document.roots(in: section.body).first(where: {
        document.nodes[$0].kind == .table
      })
    else { return nil }
    let rows = Self.rows(document, table: table)
    let labels = rows.map { vocabulary.detailsField(forLabel: $0.label, locale: locale) }
    guard Self.hasItsShape(document, table: table) || labels.count(where: { $0 != nil }) >= 3 else {
      return nil
    }
    nodes = table..<Int(document.nodes[table].end)

    // Labels that all are known settle the fields; else the position does.
    let known = labels.compactMap { $0 }
    let isByLabel = Set(known).isSuperset(of: [.eventID, .messageText])
    var position = 0
    for (row, label) in zip(rows, labels) {
      let field: DetailsField?
      if isByLabel {
        field = label
      } else if label == .productVersion {
        field = .productVersion
      } else if rows.count > Self.order.count, label == nil, position == 1, !Self.isID(row.value) {
        field = nil
      } else {
        field = position < Self.order.count ? Self.order[position] : nil
        position += 1
      }
      if !isByLabel, let label, let field, label != field {
        diagnostics.append(
          Diagnostic(
            .detailsLabel, path: path, at: SourcePosition(line: row.line),
            "the label '\(row.label)' stands where '\(field.rawValue)' is expected; the position counts"
          ))
      }
      read(row, as: field, vocabulary: vocabulary)
    }
  }

  /// Whether a table looks like Details in any language: two columns, six rows or seven, an event ID
  /// in the second or the third.
  static func hasItsShape(_ document: Document, table: Int) -> Bool {
    let rows = rows(document, table: table)
    guard (5...8).contains(rows.count), rows.allSatisfy({ $0.columns == 2 }) else { return false }
    return isID(rows[1].value) || isID(rows[2].value)
  }

  private struct Row {
    let label: String
    let value: String
    let columns: Int
    let line: Int
  }

  /// The rows under the header that have any text, with their first two cells.
  private static func rows(_ document: Document, table: Int) -> [Row] {
    var rows: [Row] = []
    for (number, row) in document.children(of: table).enumerated() where number > 0 {
      let cells = document.children(of: row).filter { document.nodes[$0].kind == .tableCell }
      guard cells.count >= 2 else { continue }
      let label = document.plainText(at: cells[0])
      let value = document.plainText(at: cells[1])
      if label.isEmpty && value.isEmpty { continue }
      rows.append(
        Row(
          label: label, value: value, columns: cells.count, line: Int(document.nodes[row].line)))
    }
    return rows
  }

  /// Whether a cell holds an event ID: digits, grouped by blanks or not, or one word of letters and
  /// digits.
  ///
  /// `11.0` is a version.
  private static func isID(_ value: String) -> Bool {
    if Int(normalisedID(value)) != nil { return true }
    return value.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
      && value.utf8.allSatisfy { $0 > 0x2E && $0 < 0x80 || $0 == UInt8(ascii: "-") }
  }

  private mutating func read(_ row: Row, as field: DetailsField?, vocabulary: Vocabulary) {
    let value = row.value.isEmpty ? nil : row.value
    switch field {
    case .productName: details.productName = value
    case .eventID:
      details.eventID = value.map(Self.normalisedID)
      idLine = row.line
    case .eventSource: details.eventSource = value
    case .component: details.component = value
    case .symbolicName:
      details.symbolicName = value.flatMap { vocabulary.isAbsent($0) ? nil : $0 }
    case .messageText:
      details.messageText = value
      messageLine = row.line
    case .productVersion, nil:
      if let value { details.others.append(Page.Details.Row(label: row.label, value: value)) }
    }
  }

  /// An ID as the product has it: no blanks between its digits, a hyphen for any dash.
  private static func normalisedID(_ value: String) -> String {
    var id = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case " ": continue
      case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2212}": id.append("-")
      default: id.unicodeScalars.append(scalar)
      }
    }
    return id
  }
}
