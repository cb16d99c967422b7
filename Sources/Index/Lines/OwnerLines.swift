internal import Catalogue
internal import Records

/// The lines of the owners of a block, read back one owner after another.
struct OwnerLines {
  struct Line {
    /// In the text of the block, without the line feed.
    let range: Range<Int>
    let role: LineRole
    /// In the owner's file.
    let number: Int
  }

  private let spans: [UInt8]
  private var reader: ByteReader
  /// Where the marks of the owner in hand lie.
  private var marks = 0..<0
  /// The number of the owner in hand; nil before the first.
  private var code: Int?
  /// Where its source and ID stand, if it is a message.
  private var source = 0..<0
  private var id = 0..<0
  /// Its lines in the text of the block.
  private(set) var range = 0..<0
  /// Its lines, those of other roles than wanted left out, when they were asked for.
  private(set) var lines: [Line] = []

  init(spans: [UInt8]) {
    self.spans = spans
    reader = ByteReader(spans)
  }

  /// Goes on to the owner of an offset, which does not lie before the owner in hand.
  mutating func advance(
    to offset: Int, in text: UnsafeBufferPointer<UInt8>
  ) throws(CorruptBytes) {
    while range.upperBound <= offset {
      let code = try reader.index(upTo: Int(Int32.max) << 1)
      let size = try reader.index(upTo: text.count - range.upperBound)
      let end = range.upperBound + size
      // An owner without lines would never be left, one that ends within a line be cut.
      guard size > 0, unsafe text[end - 1] == 0x0A else {
        throw reader.corrupt("lines that do not end")
      }
      self.code = code
      range = range.upperBound..<end
      marks = try reader.skip()
      guard code & 1 == 1 else { continue }
      let written = try reader.skip()
      if !written.isEmpty { source = written }
      id = try reader.skip()
    }
  }

  /// The owner in hand; nil before the first.
  var owner: TextBlocks.Owner? {
    guard let code else { return nil }
    guard code & 1 == 1 else { return .page(code >> 1) }
    let event = EventKey(
      source: String(decoding: spans[source], as: UTF8.self),
      id: EventID(String(decoding: spans[id], as: UTF8.self)))
    return .message(code >> 1, event)
  }

  /// Reads the lines of the owner in hand.
  mutating func read(
    of role: LineRole?, in text: UnsafeBufferPointer<UInt8>
  ) throws(CorruptBytes) {
    lines.removeAll(keepingCapacity: true)
    var marks = ByteReader(spans, from: marks.lowerBound)
    var start = range.lowerBound
    var number = 0
    var lineRole: LineRole?
    while start < range.upperBound {
      guard let end = unsafe LineScanner.lineFeed(in: text, from: start) else {
        throw marks.corrupt("a line without an end")
      }
      let mark = try marks.index(upTo: Int(Int32.max) << 2)
      let difference = mark >> 2
      number += mark & 2 == 0 ? difference : -difference
      if mark & 1 == 1 { lineRole = LineRole(byte: try marks.byte()) }
      guard let lineRole else { throw marks.corrupt("a line without a role") }
      if role == nil || role == lineRole {
        lines.append(Line(range: start..<end, role: lineRole, number: number))
      }
      start = end + 1
    }
    guard marks.offset == self.marks.upperBound else {
      throw marks.corrupt("marks of other lines")
    }
  }

  /// The index of the line that begins at an offset, at or after an index; nil where it is not
  /// among those that were read.
  func index(ofLineAt offset: Int, from start: Int) -> Int? {
    var low = start
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low < lines.count && lines[low].range.lowerBound == offset ? low : nil
  }
}
