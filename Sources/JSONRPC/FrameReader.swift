package import Diagnostics

/// Cuts what comes in into frames: a line each, as they may be kept.
///
/// Memory does not grow with what comes in: of a line that is longer than the limit nothing is kept,
/// and it is told of once its end has come.
package struct FrameReader {
  package enum Frame: Hashable, Sendable {
    /// Without its line end; never blank.
    case line([UInt8])
    /// A line of more bytes than the limit.
    case tooLong
  }

  /// Appends up to so many bytes, at least one but at the end.
  package typealias Source = (_ count: Int, _ bytes: inout [UInt8]) throws(FileError) -> Int

  private let limit: Int
  private let source: Source
  private var bytes: [UInt8] = []
  /// Where what is not yet cut off begins, and where the search for its end goes on.
  private var start = 0
  private var searched = 0
  private var isSkipping = false
  private var hasEnded = false

  private static let pieceSize = 1 << 16

  /// A reader of lines of at most so many bytes.
  package init(limit: Int, source: @escaping Source) {
    self.limit = limit
    self.source = source
  }

  /// The next frame, or nil at the end; what stands after the last line end counts as a line.
  package mutating func next() throws(FileError) -> Frame? {
    while true {
      if let end = bytes[searched...].firstIndex(of: 0x0A) {
        if let frame = frame(endingAt: end, next: end + 1) { return frame }
        continue
      }
      searched = bytes.count
      if bytes.count - start > limit {
        isSkipping = true
        start = bytes.count
      }
      guard !hasEnded else {
        return start < bytes.count || isSkipping
          ? frame(endingAt: bytes.count, next: bytes.count) : nil
      }
      try fill()
    }
  }

  private mutating func fill() throws(FileError) {
    bytes.removeSubrange(..<start)
    searched -= start
    start = 0
    if try source(Self.pieceSize, &bytes) == 0 { hasEnded = true }
  }

  /// Takes the line that ends at a place off; nil where it is blank.
  private mutating func frame(endingAt end: Int, next: Int) -> Frame? {
    let line = bytes[start..<end]
    let isTooLong = isSkipping || line.count > limit
    start = next
    searched = next
    isSkipping = false
    if isTooLong { return .tooLong }
    let isBlank = line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    return isBlank ? nil : .line(Array(line))
  }
}
