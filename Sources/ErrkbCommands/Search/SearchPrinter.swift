internal import Catalogue
internal import Diagnostics
internal import Index

/// Writes results as `search` prints them: a line each with the event's number, its source and an
/// extract in which what was looked for is marked, by colour or else by «guillemets».
struct SearchPrinter {
  private let isColored: Bool

  private static let bold = Array("\u{1B}[0;1m".utf8)
  private static let dim = Array("\u{1B}[0;2m".utf8)
  private static let accent = Array("\u{1B}[0;1;36m".utf8)
  private static let plain = Array("\u{1B}[0m".utf8)

  init(isColored: Bool) { self.isColored = isColored }

  /// The lines of some results; numbers and sources stand in columns.
  func text(of results: [SearchResult]) -> [UInt8] {
    let numbers = results.map { VisibleText.visible($0.event.id.text) }
    let sources = results.map { VisibleText.visible($0.event.source) }
    let numberWidth = numbers.map { DisplayWidth.columns(of: $0) }.max() ?? 0
    let sourceWidth = sources.map { DisplayWidth.columns(of: $0) }.max() ?? 0
    var output: [UInt8] = []
    output.reserveCapacity(results.count * 200)
    for (index, result) in results.enumerated() {
      append(numbers[index], Self.bold, columns: numberWidth + 2, to: &output)
      append(sources[index], Self.dim, columns: sourceWidth + 2, to: &output)
      append(result.extract, to: &output)
      output.append(0x0A)
    }
    return output
  }

  private func append(
    _ text: String, _ face: [UInt8], columns: Int, to output: inout [UInt8]
  ) {
    if isColored { output += face }
    output += text.utf8
    if isColored { output += Self.plain }
    let blanks = columns - DisplayWidth.columns(of: text)
    output += repeatElement(0x20, count: max(0, blanks))
  }

  private func append(_ extract: SearchExtract, to output: inout [UInt8]) {
    let text = Array(extract.text.utf8)
    if extract.isCutBefore { output += "…".utf8 }
    var position = 0
    for hit in extract.hits {
      VisibleText.append(text.span.extracting(position..<hit.lowerBound), to: &output)
      output += isColored ? Self.accent : Array("«".utf8)
      VisibleText.append(text.span.extracting(hit.lowerBound..<hit.upperBound), to: &output)
      output += isColored ? Self.plain : Array("»".utf8)
      position = hit.upperBound
    }
    VisibleText.append(text.span.extracting(position..<text.count), to: &output)
    if extract.isCutAfter { output += "…".utf8 }
  }
}
