/// The emphasis of one block: stars where they work, underscores where stars would run together,
/// tags where CommonMark would take neither as emphasis.
///
/// Whether a star opens or closes emphasis depends on the characters on either side
/// (https://spec.commonmark.org/0.30/#left-flanking-delimiter-run), and which closes which on
/// everything between. So each mark is put in as stars and settled when the block is whole.
struct MarkdownEmphases {
  /// How one span of emphasis is written.
  private enum Style {
    case stars, underscores, tags
  }

  /// One end of a span, provisionally one or two stars.
  private struct Mark {
    var offset: Int
    var isStrong: Bool
    var isOpening: Bool
    /// The other end of the span, as an index of `marks`.
    var partner: Int
    /// Nil until it is settled.
    var style: Style?

    var length: Int { isStrong ? 2 : 1 }
    var end: Int { offset + length }
  }

  /// What stands beside a mark, as far as flanking goes.
  private enum Neighbour {
    case blank, punctuation, letter
    /// Punctuation since CommonMark 0.31, none before: a mark must work under both.
    case symbol
  }

  /// In the order of their offsets.
  private var marks: [Mark] = []
  private var openMarks: [Int] = []

  /// Appends the beginning of a span.
  mutating func open(isStrong: Bool, in bytes: inout [UInt8]) {
    openMarks.append(marks.count)
    append(isStrong: isStrong, isOpening: true, partner: marks.count, in: &bytes)
  }

  /// Appends the end of the span begun last.
  mutating func close(in bytes: inout [UInt8]) {
    guard let opening = openMarks.popLast() else { return }
    marks[opening].partner = marks.count
    append(isStrong: marks[opening].isStrong, isOpening: false, partner: opening, in: &bytes)
  }

  private mutating func append(
    isStrong: Bool, isOpening: Bool, partner: Int, in bytes: inout [UInt8]
  ) {
    let mark = Mark(
      offset: bytes.count, isStrong: isStrong, isOpening: isOpening, partner: partner)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "*"), count: mark.length))
    marks.append(mark)
  }

  /// The block's bytes with every mark as it must be written.
  mutating func resolved(_ bytes: [UInt8]) -> [UInt8] {
    guard !marks.isEmpty else { return bytes }
    settle(in: bytes)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 16)
    var start = 0
    for mark in marks {
      output.append(contentsOf: bytes[start..<mark.offset])
      start = mark.end
      switch mark.style ?? .tags {
      case .stars:
        output.append(contentsOf: bytes[mark.offset..<mark.end])
      case .underscores:
        output.append(contentsOf: repeatElement(UInt8(ascii: "_"), count: mark.length))
      case .tags:
        let name = mark.isStrong ? "strong" : "em"
        output.append(contentsOf: (mark.isOpening ? "<\(name)>" : "</\(name)>").utf8)
      }
    }
    output.append(contentsOf: bytes[start...])
    return output
  }
}

// MARK: - Settling

extension MarkdownEmphases {
  /// Settles every span in the order in which they begin.
  private mutating func settle(in bytes: [UInt8]) {
    // How many spans of each style are open: within one, a mark that opens another must not be
    // able to close it.
    var open = (stars: 0, underscores: 0)
    for index in marks.indices {
      if marks[index].isOpening {
        let style: Style =
          if works(.stars, at: index, isNested: open.stars > 0, in: bytes) {
            .stars
          } else if works(.underscores, at: index, isNested: open.underscores > 0, in: bytes) {
            .underscores
          } else {
            .tags
          }
        marks[index].style = style
        marks[marks[index].partner].style = style
      }
      let step = marks[index].isOpening ? 1 : -1
      switch marks[index].style {
      case .stars: open.stars += step
      case .underscores: open.underscores += step
      case .tags, nil: break
      }
    }
  }

  private func works(
    _ style: Style, at opening: Int, isNested: Bool, in bytes: [UInt8]
  ) -> Bool {
    let closing = marks[opening].partner
    guard closing > opening, marks[opening].end < marks[closing].offset,
      !touches(style, opening), !touches(style, closing)
    else { return false }
    // A symbol as punctuation, then as a letter.
    return [true, false].allSatisfy { symbolsArePunctuation in
      let first = abilities(of: opening, style, in: bytes, symbolsArePunctuation)
      let second = abilities(of: closing, style, in: bytes, symbolsArePunctuation)
      return first.opens && second.closes && !(isNested && first.closes)
    }
  }

  /// Whether a settled mark of the same style stands right beside a mark.
  private func touches(_ style: Style, _ index: Int) -> Bool {
    let mark = marks[index]
    let before = index > 0 && marks[index - 1].end == mark.offset && marks[index - 1].style == style
    let after =
      index + 1 < marks.count && marks[index + 1].offset == mark.end
      && marks[index + 1].style == style
    return before || after
  }

  /// Whether a mark can open and close emphasis, by the rules of CommonMark.
  private func abilities(
    of index: Int, _ style: Style, in bytes: [UInt8], _ symbolsArePunctuation: Bool
  ) -> (opens: Bool, closes: Bool) {
    func isPunctuation(_ neighbour: Neighbour) -> Bool {
      neighbour == .punctuation || neighbour == .symbol && symbolsArePunctuation
    }
    let before = Self.neighbour(before: marks[index].offset, in: bytes)
    let after = Self.neighbour(after: marks[index].end, in: bytes)
    let left =
      after != .blank && (!isPunctuation(after) || before == .blank || isPunctuation(before))
    let right =
      before != .blank && (!isPunctuation(before) || after == .blank || isPunctuation(after))
    return style == .stars
      ? (left, right)
      : (left && (!right || isPunctuation(before)), right && (!left || isPunctuation(after)))
  }
}

// MARK: - Neighbours

extension MarkdownEmphases {
  /// The character before an offset; a mark beside a mark is punctuation, however it is settled.
  private static func neighbour(before offset: Int, in bytes: [UInt8]) -> Neighbour {
    var start = offset
    repeat { start -= 1 } while start > 0 && bytes[start] & 0xC0 == 0x80
    guard start >= 0 else { return .blank }
    return kind(of: bytes[start..<offset])
  }

  /// The character that begins at an offset.
  private static func neighbour(after offset: Int, in bytes: [UInt8]) -> Neighbour {
    guard offset < bytes.count else { return .blank }
    var end = offset + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return kind(of: bytes[offset..<end])
  }

  private static func kind(of character: ArraySlice<UInt8>) -> Neighbour {
    guard let first = character.first else { return .blank }
    if first < 0x80 {
      switch first {
      case 0x09...0x0D, 0x20: return .blank
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0...0x1F, 0x7F: return .letter
      default: return .punctuation
      }
    }
    guard let scalar = String(decoding: character, as: UTF8.self).unicodeScalars.first else {
      return .letter
    }
    switch scalar.properties.generalCategory {
    case .spaceSeparator:
      return .blank
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return .punctuation
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      return .symbol
    default:
      return .letter
    }
  }
}
