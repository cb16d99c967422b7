import Diagnostics
import Testing

@testable import JSONRPC

/// Lines out of what comes in, whatever its pieces.
struct FrameReaderTests {
  /// The frames of a text that comes in pieces of a size.
  private func frames(
    _ text: String, limit: Int = 8, pieces: Int = 3
  ) throws -> [FrameReader.Frame] {
    var rest = Array(text.utf8)[...]
    var reader = FrameReader(limit: limit) { count, bytes throws(FileError) in
      let piece = rest.prefix(min(count, pieces))
      rest = rest.dropFirst(piece.count)
      bytes += piece
      return piece.count
    }
    var frames: [FrameReader.Frame] = []
    while let frame = try reader.next() { frames.append(frame) }
    return frames
  }

  private func line(_ text: String) -> FrameReader.Frame { .line(Array(text.utf8)) }

  @Test(arguments: [1, 2, 3, 5, 100])
  func cutsLinesHoweverTheyCome(pieces: Int) throws {
    #expect(
      try frames("one\n\ntwo\r\n \t\r\nthree", pieces: pieces)
        == [line("one"), line("two\r"), line("three")])
    #expect(try frames("", pieces: pieces) == [])
    #expect(try frames("\n\n", pieces: pieces) == [])
  }

  @Test(arguments: [1, 4, 100])
  func tellsOfALineThatIsTooLongAndGoesOn(pieces: Int) throws {
    let long = String(repeating: "x", count: 9)
    #expect(try frames("12345678\n", pieces: pieces) == [line("12345678")])
    #expect(
      try frames("\(long)\na\n\(long)\(long)\nb\n\(long)", pieces: pieces)
        == [.tooLong, line("a"), .tooLong, line("b"), .tooLong])
  }

  @Test func keepsNothingOfALineThatIsTooLong() throws {
    var left = 16 << 20
    var most = 0
    var reader = FrameReader(limit: 1 << 20) { count, bytes throws(FileError) in
      most = max(most, bytes.count)
      let piece = min(count, left)
      left -= piece
      bytes += repeatElement(UInt8(ascii: "x"), count: piece)
      return piece
    }
    #expect(try reader.next() == .tooLong)
    #expect(try reader.next() == nil)
    #expect(most < 2 << 20)
  }
}
