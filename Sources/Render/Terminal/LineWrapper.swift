internal import Diagnostics

/// Breaks a paragraph into lines that fit, each as full as it can be.
///
/// A line breaks at blanks, between Chinese and Japanese characters as `LineBreaking` allows, and
/// where the text has a newline. A no-break space does not break. What offers no break stays whole
/// and overflows: a path or an address is copied more often than it is read.
package struct LineWrapper {
  /// The columns of the first line and of those after it.
  private let first: Int
  private let rest: Int

  package init(first: Int, rest: Int) {
    self.first = first
    self.rest = rest
  }

  package init(width: Int) { self.init(first: width, rest: width) }

  /// A place where the line may end.
  private struct Opportunity {
    /// Where the line's text ends, and where the next line's begins, blanks left out.
    var end: Int
    var next: Int
    /// The columns up to `next`.
    var columns: Int
  }

  /// The lines of UTF-8 text, as ranges of its bytes without the blanks at which it breaks.
  package func lines(of text: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    forEachLine(of: text) { lines.append($0) }
    return lines
  }

  /// Passes on the lines of UTF-8 text one by one, as `lines(of:)` gives them.
  func forEachLine(of text: [UInt8], _ body: (Range<Int>) -> Void) {
    var isFirst = true
    func end(_ line: Range<Int>) {
      body(line)
      isFirst = false
    }
    var start = 0
    var columns = 0
    var opportunity: Opportunity?
    var width = DisplayWidth()
    var previous: UInt32 = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "\n") {
        end(start..<Self.withoutBlanks(text, start..<index))
        start = index + 1
        columns = 0
        opportunity = nil
        width = DisplayWidth()
        previous = 0
        index += 1
        continue
      }
      if byte == 0x20 {
        let blanks = index
        while index < text.count, text[index] == 0x20 {
          columns += width.advanceOverASCII()
          index += 1
        }
        if blanks > start, LineBreaking.mayBreak(atBlanks: blanks..<index, in: text) {
          opportunity = Opportunity(end: blanks, next: index, columns: columns)
        }
        previous = 0x20
        continue
      }
      let (scalar, length): (UInt32, Int)
      let added: Int
      if byte < 0x80 {
        (scalar, length) = (UInt32(byte), 1)
        added = width.advanceOverASCII()
      } else {
        let decoded = UTF8Scalar(in: text.span, at: index)
        (scalar, length) = (decoded.value, decoded.length)
        added = width.advance(over: scalar)
      }
      if index > start, added > 0, LineBreaking.mayBreak(between: previous, and: scalar) {
        opportunity = Opportunity(end: index, next: index, columns: columns)
      }
      columns += added
      if columns > (isFirst ? first : rest), let place = opportunity {
        end(start..<place.end)
        start = place.next
        columns -= place.columns
        opportunity = nil
      }
      if added > 0 { previous = scalar }
      index += length
    }
    if start < text.count || isFirst {
      end(start..<Self.withoutBlanks(text, start..<text.count))
    }
  }

  /// Where a line ends without the blanks at its end.
  private static func withoutBlanks(_ text: [UInt8], _ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, text[end - 1] == 0x20 { end -= 1 }
    return end
  }
}
