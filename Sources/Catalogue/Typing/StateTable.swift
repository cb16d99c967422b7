internal import Diagnostics
internal import Markup

/// The tables of error states on a page: number or range, meaning.
enum StateTable {
  /// The states of a page, in the order of its rows.
  static func states(
    in document: Document, outside details: Range<Int>?, vocabulary: Vocabulary, path: String,
    diagnostics: inout [Diagnostic]
  ) -> [Page.State] {
    var states: [Page.State] = []
    var index = 0
    while index < document.nodes.count {
      guard document.nodes[index].kind == .table else {
        index += 1
        continue
      }
      if details?.contains(index) != true {
        states += read(
          document, table: index, vocabulary: vocabulary, path: path, diagnostics: &diagnostics)
      }
      index = Int(document.nodes[index].end)
    }
    return states
  }

  private static func read(
    _ document: Document, table: Int, vocabulary: Vocabulary, path: String,
    diagnostics: inout [Diagnostic]
  ) -> [Page.State] {
    var rows = document.children(of: table).map { row in
      (
        cells: document.children(of: row).filter { document.nodes[$0].kind == .tableCell },
        line: Int(document.nodes[row].line)
      )
    }
    guard rows.count > 1, let header = rows.first, header.cells.count >= 2 else { return [] }
    rows.removeFirst()
    // Other tables of numbers, reason codes say, are not states: only the heading tells.
    guard vocabulary.isStateHeading(document.plainText(at: header.cells[0])) else { return [] }
    var states: [Page.State] = []
    var wrong: [Diagnostic] = []
    // A row of raw HTML may have no cell at all.
    for row in rows where !row.cells.isEmpty {
      let found = ranges(document.plainText(at: row.cells[0]))
      let text = row.cells.dropFirst().map { document.plainText(at: $0) }
        .filter { !$0.isEmpty }.joined(separator: " ")
      guard let found, !text.isEmpty else {
        let first = document.plainText(at: row.cells[0])
        if !first.isEmpty {
          wrong.append(
            Diagnostic(
              .stateRow, path: path, at: SourcePosition(line: row.line),
              "'\(first)' is no state number, range or list of them"))
        }
        continue
      }
      states += found.map { Page.State(from: $0.lowerBound, to: $0.upperBound, text: text) }
    }
    // Where no row has a number the states are something else's: those of a service, say.
    if !states.isEmpty { diagnostics += wrong }
    return states
  }

  /// `38`, `38, 46`, `102 - 111`, `State 1`: numbers and ranges, after a word or without; nil if
  /// there is anything else.
  static func ranges(_ text: String) -> [ClosedRange<Int>]? {
    let highest = 255
    var ranges: [ClosedRange<Int>] = []
    var numbers: [Int] = []
    var isRange = false
    var digits = ""
    func value(_ digits: String) -> Int? {
      guard let number = Int(digits), number <= highest else { return nil }
      return number
    }
    for scalar in (text.drop { $0.isLetter || $0 == " " } + ",").unicodeScalars {
      switch scalar {
      case "0"..."9":
        digits.unicodeScalars.append(scalar)
      case " ", "\u{A0}":
        continue
      case "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}", "~",
        "\u{FF5E}", "\u{301C}":
        guard let number = value(digits), !isRange else { return nil }
        numbers.append(number)
        digits = ""
        isRange = true
      case ",", "\u{3001}", "\u{FF0C}", ";":
        guard let number = value(digits) else { return nil }
        digits = ""
        if isRange {
          guard let first = numbers.popLast(), first <= number else { return nil }
          ranges.append(first...number)
        } else {
          ranges.append(number...number)
        }
        isRange = false
      default:
        return nil
      }
    }
    return ranges.isEmpty ? nil : ranges
  }
}
