package import Catalogue

/// The catalogue as a table: RFC 4180, UTF-8, CR LF, one row a page or message.
///
/// Several event IDs of a page stand in one cell, parted by blanks, and so do the anchors in
/// `drift`; fixes are parted by line feeds. What is not known is an empty cell.
///
/// Spreadsheets run a cell that begins with `=`, `+`, `-` or `@` as a formula, and the text is not
/// ours. So such a cell gets an apostrophe before it, unless it is a number (`-2` is an event ID).
/// A cell that begins with apostrophes and then such a character gets one more, so a reader that
/// takes one apostrophe away wherever `'+[=+\-@\t\r]` matches at the start has the text back.
package enum CatalogueCSV {
  private static let columns = [
    "kind", "source", "id", "locale", "title", "severity", "logged", "symbolicName", "component",
    "productName", "message", "description", "date", "path", "fixes", "method", "handoff", "drift",
  ]

  /// Appends the header row.
  package static func appendHeader(to output: inout [UInt8]) { append(columns, to: &output) }

  /// Appends the row of a page.
  package static func append(_ page: Page, to output: inout [UInt8]) {
    append(
      [
        page.kind.rawValue,
        page.source,
        page.ids.map(\.text).joined(separator: " "),
        page.locale.text,
        page.title,
        page.severity.map { String($0) },
        page.logged.map { String($0) },
        page.details.symbolicName,
        page.details.component,
        page.details.productName,
        page.message,
        page.description,
        page.date?.description,
        page.path,
        page.fixes.map(\.text).joined(separator: "\n"),
        page.translation?.method,
        page.translation?.handoff?.description,
        page.translation?.drift.joined(separator: " "),
      ], to: &output)
  }

  /// Appends the row of a message; the cells that only a page fills are empty.
  package static func append(_ message: Message, to output: inout [UInt8]) {
    append(
      [
        "message",
        message.source,
        message.id.text,
        message.locale.text,
        nil,
        message.severity.map { String($0) },
        message.logged.map { String($0) },
        nil, nil, nil,
        message.text,
        nil, nil,
        message.path,
        nil, nil, nil, nil,
      ], to: &output)
  }

  private static func append(_ cells: [String?], to output: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      if let cell { append(cell: cell, to: &output) }
    }
    output.append(contentsOf: "\r\n".utf8)
  }
}

// MARK: - Cells

extension CatalogueCSV {
  private static func append(cell: String, to output: inout [UInt8]) {
    let text = Array(cell.utf8)
    let quote = UInt8(ascii: "\"")
    let isGuarded = looksLikeFormula(text)
    let isQuoted = text.contains { $0 == quote || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    if isQuoted { output.append(quote) }
    if isGuarded { output.append(UInt8(ascii: "'")) }
    for byte in text {
      if byte == quote { output.append(quote) }
      output.append(byte)
    }
    if isQuoted { output.append(quote) }
  }

  /// Whether a spreadsheet might compute the cell; full-width signs count where East Asian editions
  /// take them for the plain ones.
  private static func looksLikeFormula(_ text: [UInt8]) -> Bool {
    let rest = text.drop { $0 == UInt8(ascii: "'") }
    guard let first = rest.first else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D:
      return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      let digits = rest.dropFirst()
      let isNumber = !digits.isEmpty && digits.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
      return !isNumber || rest.count < text.count
    case 0xEF:
      let signs: [[UInt8]] = ["＝", "＋", "－", "＠"].map { Array($0.utf8) }
      return signs.contains { rest.starts(with: $0) }
    default:
      return false
    }
  }
}
