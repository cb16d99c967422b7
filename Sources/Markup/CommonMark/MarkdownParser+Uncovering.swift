internal import CCMark

/// What was covered before libcmark read the text, asked for when its nodes are copied.
extension MarkdownParser {
  /// The literal of a code or HTML block with every cover taken off.
  ///
  /// Tables and alerts are covered by the line: the lines of the literal are the ends of the lines
  /// of the text, so what was covered is read from there.
  func uncoveredBlock(_ node: OpaquePointer, asHTML: Bool = false) -> [UInt8] {
    let literal = unsafe CString.bytes(cmark_node_get_literal(node))
    guard literal.contains(where: Mask.isCover) else { return literal }
    guard literal.contains(where: { $0 == Mask.table || $0 == Mask.alert }) else {
      return uncovered(literal, asHTML: asHTML)
    }
    var line = Int(unsafe cmark_node_get_start_line(node)) - 1
    if unsafe cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK,
      line < blocks.lineCount,
      blocks.bytes[blocks.lineStarts[line]..<blocks.lineStarts[line + 1] - 1]
        .contains(where: { $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "~") })
    {
      line += 1
    }
    var result: [UInt8] = []
    for part in literal.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if part.contains(where: { $0 == Mask.table || $0 == Mask.alert }), line < blocks.lineCount {
        let end = blocks.lineStarts[line + 1] - 1
        result += uncovered(Array(inlineText[max(end - part.count, 0)..<end]), asHTML: asHTML)
      } else {
        result += uncovered(Array(part), asHTML: asHTML)
      }
      result.append(0x0A)
      line += 1
    }
    result.removeLast()
    return result
  }

  /// A literal with the covers of inline additions taken off; as HTML, what they kept from being
  /// markup is written as entities.
  func uncovered(_ literal: [UInt8], asHTML: Bool = false) -> [UInt8] {
    guard literal.contains(where: Mask.isCover) else { return literal }
    var result: [UInt8] = []
    result.reserveCapacity(literal.count)
    var index = 0
    while index < literal.count {
      switch literal[index] {
      case Mask.star: result.append(UInt8(ascii: "*"))
      case Mask.angle: result += (asHTML ? "&lt;" : "<").utf8
      case Mask.ampersand: result += (asHTML ? "&amp;" : "&").utf8
      case Mask.token:
        let (number, next) = Self.tokenNumber(literal, at: index)
        if let number, number < tokens.count { result += tokens[number].written }
        index = next
        continue
      case Mask.fill, Mask.table, Mask.alert: break
      default: result.append(literal[index])
      }
      index += 1
    }
    return result
  }

  /// The number of the covered token at an offset, and the offset after its cover.
  static func tokenNumber(_ bytes: [UInt8], at start: Int) -> (number: Int?, next: Int) {
    var index = start + 1
    var number: Int?
    while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39, (number ?? 0) < 1 << 30 {
      number = (number ?? 0) * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    while index < bytes.count, bytes[index] == Mask.fill { index += 1 }
    return (number, index)
  }

  /// A covered token by its number.
  func token(_ number: Int) -> InlineToken? { number < tokens.count ? tokens[number] : nil }

  /// The table or alert whose cover begins next within a paragraph's lines.
  mutating func takeMarker(from first: Int) -> BlockMasking.Marker? {
    while nextMarker < blocks.markers.count, blocks.markers[nextMarker].line < first {
      nextMarker += 1
    }
    guard nextMarker < blocks.markers.count else { return nil }
    defer { nextMarker += 1 }
    return blocks.markers[nextMarker].marker
  }
}
