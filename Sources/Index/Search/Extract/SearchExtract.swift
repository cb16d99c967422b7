internal import Diagnostics

/// A piece of a text, about a line long, around what was looked for.
package struct SearchExtract: Sendable, Hashable {
  /// The piece as the text has it.
  package var text: String
  /// The hits in it, in bytes of UTF-8, in order and apart.
  package var hits: [Range<Int>]
  /// Whether the text goes on before and after.
  package var isCutBefore: Bool
  package var isCutAfter: Bool
}

extension SearchExtract {
  /// The columns of a terminal that an extract takes at most.
  static let columns = 96

  /// The piece of a text with the most telling hits, and how telling they are.
  ///
  /// `weights` are those of the units that the hits belong to.
  init(of text: [UInt8], hits: [HitFinder.Hit], weights: [Int]) {
    let window = Self.best(hits, in: text.span, weights)?.range ?? 0..<0
    let range = Self.widened(window, in: text.span)
    self.init(
      text: String(decoding: text[range], as: UTF8.self),
      hits: Self.merged(
        hits.map(\.range).filter {
          range.lowerBound <= $0.lowerBound
            && $0.upperBound <= range.upperBound
        }, from: range.lowerBound),
      isCutBefore: range.lowerBound > 0, isCutAfter: range.upperBound < text.count)
  }

  /// The stretch between two hits that fits into a line and tells most; the first of the best.
  static func best(
    _ hits: [HitFinder.Hit], in text: Span<UInt8>, _ weights: [Int]
  ) -> (range: Range<Int>, value: Int)? {
    var best: (range: Range<Int>, value: Int)?
    for (index, first) in hits.enumerated().prefix(64) {
      var seen: UInt64 = 0
      var value = 0
      var end = first.range.upperBound
      for hit in hits[index...].prefix(32) {
        // Columns are counted only where bytes do not tell already that it fits.
        let length = hit.range.upperBound - first.range.lowerBound
        if length > columns, index != 0 || hit.range != first.range {
          guard length <= columns * 4,
            DisplayWidth.columns(
              of: text.extracting(first.range.lowerBound..<hit.range.upperBound)) <= columns
          else { break }
        }
        let bit: UInt64 = 1 << UInt64(hit.unit)
        value += seen & bit == 0 ? weights[hit.unit] * 8 : weights[hit.unit]
        seen |= bit
        end = max(end, hit.range.upperBound)
      }
      if best.map({ value > $0.value }) ?? true {
        best = (first.range.lowerBound..<end, value)
      }
    }
    return best
  }

  /// A stretch with what stands around it, as much as a line takes: a third of it before, the rest
  /// after, cut between words.
  private static func widened(_ range: Range<Int>, in text: Span<UInt8>) -> Range<Int> {
    var room = max(0, columns - 2 - DisplayWidth.columns(of: text.extracting(range)))
    var start = back(from: range.lowerBound, columns: room / 3, in: text)
    room -= DisplayWidth.columns(of: text.extracting(start..<range.lowerBound))
    let end = forward(from: range.upperBound, columns: room, in: text)
    if end == text.count {
      room -= DisplayWidth.columns(of: text.extracting(range.upperBound..<end))
      start = back(from: start, columns: room, in: text)
    }
    return start..<end
  }

  /// How far back so many columns reach, no further than to the beginning of a word.
  private static func back(from end: Int, columns: Int, in text: Span<UInt8>) -> Int {
    var position = end
    var used = 0
    var best = end
    while position > 0 {
      var before = position - 1
      while before > 0, text[before] & 0xC0 == 0x80 { before -= 1 }
      let scalar = UTF8Scalar(in: text, at: before)
      used += DisplayWidth.columns(of: scalar.value)
      if used > columns { return best }
      position = before
      if isBreak(before: position, in: text) { best = position }
    }
    return 0
  }

  /// How far so many columns reach, no further than to the end of a word.
  private static func forward(from start: Int, columns: Int, in text: Span<UInt8>) -> Int {
    var position = start
    var used = 0
    var best = start
    while position < text.count {
      let scalar = UTF8Scalar(in: text, at: position)
      used += DisplayWidth.columns(of: scalar.value)
      if used > columns { return best }
      position += scalar.length
      // Never after a blank: the piece ends with a word.
      if position == text.count || text[position] == 0x20
        || text[position - 1] != 0x20 && isBreak(before: position, in: text)
      {
        best = position
      }
    }
    return text.count
  }

  /// Whether a text may be cut before a character: after a blank, and where none are written.
  private static func isBreak(before position: Int, in text: Span<UInt8>) -> Bool {
    if position == 0 || text[position - 1] == 0x20 { return text[position] != 0x20 }
    guard text[position] >= 0xE0 else { return false }
    let scalar = UTF8Scalar(in: text, at: position)
    return scalar.value >= 0x2E80 && Letter.kind(of: scalar.value) == .unspaced
  }

  /// Hits that overlap or touch as one, counted from an offset.
  private static func merged(_ ranges: [Range<Int>], from offset: Int) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges {
      let range = range.lowerBound - offset..<range.upperBound - offset
      if let last = merged.last, range.lowerBound <= last.upperBound {
        let end = max(last.upperBound, range.upperBound)
        merged[merged.count - 1] = last.lowerBound..<end
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}
