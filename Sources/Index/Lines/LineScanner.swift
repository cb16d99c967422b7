internal import Glibc

/// Finds the lines of a block that match, one after another.
@unsafe
struct LineScanner {
  private let pattern: LinePattern
  /// Whole lines, the last one ended too.
  private let text: UnsafeBufferPointer<UInt8>

  /// How much is searched by one call, so that the clock is looked at and no single call takes long.
  private static let stretch = 16 << 10

  init(_ pattern: LinePattern, in text: UnsafeBufferPointer<UInt8>) {
    unsafe self.pattern = pattern
    unsafe self.text = text
  }

  /// Where a match failed.
  struct Failure: Error {
    let failure: MatchFailure
    /// The start of the line, as nearly as it can be told.
    let line: Int
  }

  /// The start of the first matching line that begins at or after the start of a line; nil where
  /// none does.
  func matchingLine(from start: Int) throws(Failure) -> Int? {
    unsafe pattern.staysInLine
      ? try matchingLineAmongMany(from: start) : try matchingLineOneByOne(from: start)
  }

  private func matchingLineAmongMany(from start: Int) throws(Failure) -> Int? {
    var position = start
    while unsafe position < text.count {
      let end = unsafe Self.lineFeed(in: text, from: position + Self.stretch) ?? text.count - 1
      do throws(MatchFailure) {
        let lines = unsafe UnsafeBufferPointer(rebasing: text[position..<end])
        if let match = unsafe try pattern.firstMatch(in: lines) {
          return unsafe Self.start(ofLineWith: position + match.lowerBound, in: text)
        }
      } catch {
        // One of these lines is to blame; each alone tells which.
        if let line = unsafe try matchingLineOneByOne(from: position, until: end) { return line }
        throw Failure(failure: error, line: position)
      }
      position = end + 1
    }
    return nil
  }

  private func matchingLineOneByOne(
    from start: Int, until limit: Int = .max
  ) throws(Failure) -> Int? {
    var position = start
    while unsafe position < text.count, position < limit {
      let end = unsafe Self.lineFeed(in: text, from: position) ?? text.count - 1
      do throws(MatchFailure) {
        let line = unsafe UnsafeBufferPointer(rebasing: text[position..<end])
        if unsafe try pattern.firstMatch(in: line) != nil { return position }
      } catch {
        throw Failure(failure: error, line: position)
      }
      position = end + 1
    }
    return nil
  }

  /// The place of the first line feed at or after an offset.
  static func lineFeed(in text: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int? {
    guard let start = text.baseAddress, offset < text.count,
      let found = unsafe memchr(start + offset, 0x0A, text.count - offset)
    else { return nil }
    return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(start)
  }

  /// The start of the line that an offset lies in, its line feed included.
  private static func start(ofLineWith offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    var start = min(offset, text.count)
    while start > 0, unsafe text[start - 1] != 0x0A { start -= 1 }
    return start
  }
}
