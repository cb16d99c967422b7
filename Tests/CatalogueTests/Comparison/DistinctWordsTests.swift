import Testing

@testable import Catalogue

struct DistinctWordsTests {
  private static func words(_ texts: String...) -> [[String]] {
    let bytes = texts.map { Array($0.utf8) }
    return zip(bytes, DistinctWords.ranges(in: bytes)).map { text, ranges in
      ranges.map { String(decoding: text[$0], as: UTF8.self) }
    }
  }

  @Test func findsWhatTheOthersLack() {
    #expect(
      Self.words("No reply from the host.", "The host refused, at once.")
        == [["No reply from"], ["refused", "at once"]])
  }

  @Test func comparesWithAllOthers() {
    #expect(Self.words("a b", "b c", "C d") == [["a"], [], ["d"]])
  }

  @Test func takesWideCharactersOneByOneAndJoinsNeighbours() {
    #expect(Self.words("接続を拒否", "接続を放棄") == [["拒否"], ["放棄"]])
  }

  @Test func findsNothingWhereThereIsNothingBeside() {
    #expect(Self.words("a b") == [[]])
    #expect(Self.words("a b", "") == [[], []])
  }
}
