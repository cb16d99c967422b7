/// A line of a file with a caret under one of its columns, as a compiler shows it.
package struct SourceExcerpt {
  /// The columns that are shown; a longer line is cut around the caret.
  private static let width = 100
  /// The columns before the caret where the line is cut.
  private static let lead = 60
  private static let tabStop = 4

  private var text: [UInt8] = []
  private var caret = 0

  /// Lays out a line, given without its line end.
  ///
  /// - Parameters:
  ///   - line: The bytes of the line.
  ///   - column: The column in bytes, counted from 1; past the end it means the end.
  package init(line: [UInt8], column: Int) {
    // What comes long before the caret is never looked at: a line may be a whole message list.
    var start = max(0, min(column - 1, line.count) - Self.lead)
    while start > 0, start < line.count, line[start] & 0xC0 == 0x80 { start -= 1 }
    let mark = min(column - 1, line.count) - start
    var offset = 0
    var place = 0
    var width = DisplayWidth()
    for scalar in String(decoding: line[start...].prefix(4 * Self.width), as: UTF8.self)
      .unicodeScalars
    {
      if offset <= mark { caret = place }
      let shown = Self.shown(scalar, at: place, &width)
      if place + shown.columns > Self.width { return }
      text.append(contentsOf: shown.text.utf8)
      place += shown.columns
      offset += UTF8.width(scalar)
    }
    if offset <= mark { caret = place }
  }

  private static func shown(
    _ scalar: Unicode.Scalar, at place: Int, _ width: inout DisplayWidth
  ) -> (text: String, columns: Int) {
    if scalar == "\t" {
      let columns = tabStop - place % tabStop
      return (String(repeating: " ", count: columns), columns)
    }
    let text = VisibleText.visible(String(scalar))
    guard text.unicodeScalars.count == 1 else { return (text, text.utf8.count) }
    return (text, width.advance(over: scalar.value))
  }

  /// Appends the two lines, each after so many blanks.
  package func write(to output: inout [UInt8], indent: Int = 0) {
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
    output.append(contentsOf: text)
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent + caret))
    output.append(contentsOf: "^\n".utf8)
  }
}
