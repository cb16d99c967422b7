extension MessageMatcher {
  /// Whether a message begins where a sentence may: at the beginning of the line, behind a sentence,
  /// or behind what a log puts before its messages.
  func startsSentence(_ fit: Fit, _ line: Span<UInt8>, _ tokens: [LineTokens.Token]) -> Bool {
    let items = itemRange(of: fit.template)
    // What stands at a placeholder may be anything, and so may what stands before that.
    guard MessageTemplate.isWord(index.items[items.lowerBound]) else { return true }
    let start = Int(tokens[fit.first].start)
    var position = start
    var blanks = 0
    while position > 0 {
      let sign = FoldedSign.previous(before: position, in: line)
      switch sign.sign {
      case FoldedSign.blank:
        blanks += 1
        if blanks > 1 || line[position - 1] == 0x09 { return true }
      case UInt32(UInt8(ascii: "\"")), UInt32(UInt8(ascii: "'")), UInt32(UInt8(ascii: "(")),
        UInt32(UInt8(ascii: "[")):
        blanks = 0
      default:
        return Self.isStop(sign.sign)
      }
      position -= sign.length
    }
    return true
  }

  /// Whether a message ends where a sentence may: at the end of the line, before a full stop, or
  /// before something in brackets.
  func endsSentence(_ fit: Fit, _ line: Span<UInt8>, _ tokens: [LineTokens.Token]) -> Bool {
    guard fit.end < tokens.count, fit.end > 0 else { return true }
    var position = Int(tokens[fit.end - 1].end)
    let next = Int(tokens[fit.end].start)
    while position < next {
      let sign = FoldedSign.next(at: position, in: line)
      switch sign.sign {
      case UInt32(UInt8(ascii: "(")), UInt32(UInt8(ascii: "[")): return true
      case UInt32(UInt8(ascii: ".")), UInt32(UInt8(ascii: "!")), UInt32(UInt8(ascii: "?")),
        UInt32(UInt8(ascii: "]")):
        // Behind a sentence there is room; behind the point in a name there is none.
        let end = position + sign.length
        return end < next && FoldedSign.next(at: end, in: line).sign == FoldedSign.blank
      default: break
      }
      position += sign.length
    }
    return false
  }

  private static func isStop(_ sign: UInt32) -> Bool {
    switch sign {
    case UInt32(UInt8(ascii: ":")), UInt32(UInt8(ascii: "]")), UInt32(UInt8(ascii: ")")),
      UInt32(UInt8(ascii: ">")), UInt32(UInt8(ascii: "|")), UInt32(UInt8(ascii: "-")),
      UInt32(UInt8(ascii: ".")), UInt32(UInt8(ascii: "!")), UInt32(UInt8(ascii: "?")),
      UInt32(UInt8(ascii: "=")), UInt32(UInt8(ascii: ";")):
      true
    default: false
    }
  }
}
