/// Text, and the tables and heads of alerts that were covered in it.
extension InlineConverter {
  mutating func appendText(_ literal: Span<UInt8>, _ parser: inout MarkdownParser) {
    guard Mask.hasCover(literal) else {
      startParagraph(&parser)
      joint.append(literal, to: &parser.document, line: fileLine)
      return
    }
    appendCovered(unsafe literal.withUnsafeBufferPointer { unsafe Array($0) }, &parser)
  }

  private mutating func appendCovered(_ literal: [UInt8], _ parser: inout MarkdownParser) {
    var index = 0
    while index < literal.count {
      switch literal[index] {
      case Mask.token:
        let (number, next) = MarkdownParser.tokenNumber(literal, at: index)
        index = next
        if let number, let token = parser.token(number) { append(token, &parser) }
      case Mask.table:
        while index < literal.count, literal[index] == Mask.table { index += 1 }
        appendTable(&parser)
      case Mask.alert:
        while index < literal.count, literal[index] == Mask.alert { index += 1 }
        appendAlert(&parser)
        while index < literal.count, literal[index] == 0x20 { index += 1 }
      case Mask.fill:
        index += 1
      default:
        var run: [UInt8] = []
        reading: while index < literal.count {
          switch literal[index] {
          case Mask.star: run.append(UInt8(ascii: "*"))
          case Mask.angle: run.append(UInt8(ascii: "<"))
          case Mask.ampersand: run.append(UInt8(ascii: "&"))
          case Mask.token, Mask.table, Mask.alert, Mask.fill: break reading
          default: run.append(literal[index])
          }
          index += 1
        }
        startParagraph(&parser)
        joint.append(run[...], to: &parser.document, line: fileLine)
      }
    }
  }

  private mutating func appendTable(_ parser: inout MarkdownParser) {
    if coveredRows > 0 {
      coveredRows -= 1
      return
    }
    guard case .table(let table) = parser.takeMarker(from: firstLine) else { return }
    // The delimiter row is covered too, but is no row.
    coveredRows = table.rows.count
    if isSplittable { endParagraph(&parser) }
    parser.appendTable(table)
  }

  private mutating func appendAlert(_ parser: inout MarkdownParser) {
    guard case .alert(let kind, let written) = parser.takeMarker(from: firstLine) else { return }
    guard isSplittable, mayHoldAlerts else {
      startParagraph(&parser)
      joint.append(written[...], to: &parser.document, line: fileLine)
      return
    }
    endParagraph(&parser)
    var node = Document.Node(.alert, line: fileLine)
    node.detail = kind.rawValue
    parser.document.open(node)
  }

  mutating func appendCode(_ bytes: [UInt8], _ parser: inout MarkdownParser) {
    var node = Document.Node(.code, line: fileLine)
    node.text = parser.document.store(bytes)
    parser.document.open(node)
  }
}
