internal import Diagnostics

/// Turns libyaml's places into ours.
///
/// libyaml counts code points, and its lines also end at U+0085, U+2028 and U+2029, which are
/// ordinary characters in a page. Ours count bytes and end at a line feed alone. Making the table
/// takes one pass over the text; a place then costs O(log n), in whatever order they are asked for,
/// as aliases lead back again and again.
struct YAMLPlaces {
  /// A place that is known in both counts.
  private struct Checkpoint {
    /// libyaml's line from 1 and column from 0.
    var foreignLine: Int
    var foreignColumn: Int
    var offset: Int
    var line: Int
    var lineStart: Int
  }

  /// How many characters of a line lie between two checkpoints.
  private static let stride = 128

  private let bytes: [UInt8]
  private let end: Int
  /// The start of each of libyaml's lines, and long lines at every stride.
  private var checkpoints: [Checkpoint]

  init(_ bytes: [UInt8], in range: Range<Int>, firstLine: Int) {
    self.bytes = bytes
    self.end = range.upperBound
    var here = Checkpoint(
      foreignLine: 1, foreignColumn: 0, offset: range.lowerBound, line: firstLine,
      lineStart: range.lowerBound)
    checkpoints = [here]
    while here.offset < end {
      let lineBreak = YAMLBytes.lineBreak(in: bytes, at: here.offset, end: end)
      if lineBreak > 0 {
        here.offset += lineBreak
        here.foreignLine += 1
        here.foreignColumn = 0
        if bytes[here.offset - 1] == 0x0A {
          here.line += 1
          here.lineStart = here.offset
        }
      } else {
        here.offset += YAMLBytes.length(ofCharacterFrom: bytes[here.offset])
        here.foreignColumn += 1
      }
      if here.foreignColumn % Self.stride == 0 { checkpoints.append(here) }
    }
  }

  /// The place of a byte.
  func position(ofByte offset: Int) -> SourcePosition {
    let nearest = lastCheckpoint { $0.offset <= offset }
    return SourcePosition(
      line: nearest.line, column: min(offset, end) - nearest.lineStart + 1)
  }

  /// The place of libyaml's line and column, both counted from 1.
  func position(line: Int, column: Int) -> SourcePosition {
    let nearest = lastCheckpoint { ($0.foreignLine, $0.foreignColumn) <= (line, column - 1) }
    var offset = nearest.offset
    var remaining = column - 1 - nearest.foreignColumn
    while remaining > 0, offset < end, YAMLBytes.lineBreak(in: bytes, at: offset, end: end) == 0 {
      offset += YAMLBytes.length(ofCharacterFrom: bytes[offset])
      remaining -= 1
    }
    return SourcePosition(line: nearest.line, column: min(offset, end) - nearest.lineStart + 1)
  }

  /// The last checkpoint that is not behind the place sought; the first is behind none.
  private func lastCheckpoint(where isReached: (Checkpoint) -> Bool) -> Checkpoint {
    var low = 0
    var high = checkpoints.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if isReached(checkpoints[middle]) { low = middle } else { high = middle }
    }
    return checkpoints[low]
  }
}
