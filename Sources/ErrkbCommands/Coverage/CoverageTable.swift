internal import Catalogue
internal import Diagnostics
internal import Index

/// The coverage as a table for people: a block a source, a row a locale, a bar for its share.
///
/// ```
/// MSSQLSERVER   pages            drifted  machine  missing
///   en-US       ████████████ 319       0        0        0
/// ```
struct CoverageTable {
  private let coverage: Coverage
  /// Where the bars begin.
  private let indent: Int
  /// What a bar and its number take.
  private let barColumns: Int
  private let hasMessages: Bool

  private static let cells = 12
  /// What a cell shows that is not full, by eighths.
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  init(_ coverage: Coverage) {
    self.coverage = coverage
    let names = coverage.sources.map { Self.columns(VisibleText.visible($0.name)) }
    let tags = coverage.locales.map { 2 + $0.text.utf8.count }
    indent = 3 + (names + tags).reduce(0, max)
    let cells = coverage.sources.flatMap(\.cells)
    let digits = cells.map { String($0.pages).utf8.count }.reduce(0, max)
    barColumns = Self.cells + 1 + max(4, digits + 1)
    hasMessages = cells.contains { $0.messages > 0 }
  }

  /// The table; sources are a line apart.
  var bytes: [UInt8] {
    var output: [UInt8] = []
    for (index, source) in coverage.sources.enumerated() {
      if index > 0 { output.append(0x0A) }
      appendRow(VisibleText.visible(source.name), "pages", Self.heads, to: &output)
      for cell in source.cells {
        appendRow(
          "  \(cell.locale)", Self.bar(cell),
          [cell.drifted, cell.machineTranslated, cell.missing, cell.messages].map(String.init),
          to: &output)
      }
    }
    return output
  }

  private static let heads = ["drifted", "machine", "missing", "messages"]

  private func appendRow(
    _ name: String, _ bar: String, _ values: [String], to output: inout [UInt8]
  ) {
    output += Self.padded(name, to: indent).utf8
    output += Self.padded(bar, to: barColumns).utf8
    let shown = hasMessages ? values.count : values.count - 1
    for (index, value) in values.prefix(shown).enumerated() {
      let width = Self.heads[index].utf8.count + (index == 0 ? 0 : 2)
      output += repeatElement(UInt8(ascii: " "), count: max(0, width - value.utf8.count))
      output += value.utf8
    }
    output.append(0x0A)
  }

  /// A bar of twelve cells, full only where nothing is missing, and the number of pages.
  private static func bar(_ cell: Coverage.Cell) -> String {
    let share = cell.share ?? 0
    var count = Int(share * Double(cells * eighths.count))
    if share > 0 { count = max(count, 1) }
    let bar =
      String(repeating: "█", count: count / eighths.count) + eighths[count % eighths.count]
    return padded(bar, to: cells) + " \(cell.pages)"
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - columns(text)))
  }

  private static func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + DisplayWidth.columns(of: $1.value) }
  }
}
