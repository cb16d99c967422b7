internal import Index

/// Where a term stands, as text: in the shard of its word where that is short, else in blocks.
///
/// A text of places has for each row its number as what it is more than the one before, how many
/// places there are, and these. A term that is nearly everywhere is cut into pieces of so many
/// rows, with a summary that tells how strong it is in each row without the places: what is
/// looked for beside rarer words needs a few pieces only, and what is ranked by common words alone
/// the summary and the places of the best.
struct PostingText {
  /// In how many rows the term stands.
  let rows: Int
  /// One, or those of a term that was cut.
  let pieces: [Piece]
  /// Only of a term that was cut.
  let summary: [UInt8]?
  /// Whether it is short enough to stand beside its word.
  let isShort: Bool

  struct Piece {
    /// The number of its first row.
    var start: Int
    var text: [UInt8]
  }

  private static let mostBesideWord = 48
  private static let mostUncut = 1800
  private static let bytesOfPiece = 5000

  /// The places of a term in one locale, in order.
  init(_ places: [IndexedTerms.Place], _ layout: SearchLayout) {
    var pieces: [Piece] = []
    var text = NumberText()
    var summary = NumberText()
    let isCut = places.count > Self.mostUncut
    var (rows, start, last, lastOfAll) = (0, 0, 0, 0)
    var index = 0
    while index < places.count {
      let row = places[index].row
      var end = index + 1
      while end < places.count, places[end].row == row { end += 1 }
      if text.bytes.isEmpty { start = row }
      text.append(row - last)
      Self.append(places[index..<end], isPage: layout.isPage(row), to: &text)
      summary.append(row - lastOfAll)
      summary.append(Self.strength(places[index..<end]))
      (last, lastOfAll) = (row, row)
      rows += 1
      index = end
      if isCut, text.bytes.count >= Self.bytesOfPiece {
        pieces.append(Piece(start: start, text: text.bytes))
        text = NumberText()
        last = 0
      }
    }
    if !text.bytes.isEmpty { pieces.append(Piece(start: start, text: text.bytes)) }
    self.rows = rows
    self.pieces = pieces
    self.summary = pieces.count > 1 ? summary.bytes : nil
    isShort = places.count <= Self.mostBesideWord
  }

  /// The places of one row: of a message words of one column, of a page columns too.
  private static func append(
    _ places: ArraySlice<IndexedTerms.Place>, isPage: Bool, to text: inout NumberText
  ) {
    guard var last = places.first else { return }
    if isPage {
      text.append(places.count - 1)
      text.append(last.column)
      text.append(last.offset)
    } else if places.count > 1 {
      text.append((places.count - 1) << 1 | 1)
      text.append(last.offset)
    } else {
      text.append(last.offset << 1)
    }
    for place in places.dropFirst() {
      if !isPage {
        text.append(place.offset - last.offset)
      } else if place.column == last.column {
        text.append((place.offset - last.offset) << 1)
      } else {
        text.append((place.column - last.column) << 1 | 1)
        text.append(place.offset)
      }
      last = place
    }
  }

  private static func strength(_ places: ArraySlice<IndexedTerms.Place>) -> Int {
    var strength = HitStrength()
    for place in places {
      guard strength.add(column: place.column, offset: place.offset) else { break }
    }
    return strength.value
  }
}

extension SearchLayout {
  /// Whether a row of a locale, by its number there, is a page and not what message lists have.
  func isPage(_ row: Int) -> Bool { row & (1 << partBits - 1) > 0 }
}
