import Catalogue
internal import Records
import Testing

@testable import Index

struct ConfusionCodecTests {
  private static let confusions = SampleCatalogue.context(of: SampleCatalogue.pages[2], number: 3)
    .confusions

  @Test func decodesWhatItEncoded() throws {
    let bytes = try #require(ConfusionCodec.encode(Self.confusions))
    #expect(Self.confusions.count == 2)
    #expect(try ConfusionCodec.decode(bytes) == Self.confusions)
    #expect(ConfusionCodec.encode([]) == nil)
  }

  @Test func refusesEveryTruncationAndWhatStandsAfter() throws {
    let bytes = try #require(ConfusionCodec.encode(Self.confusions))
    for count in 0..<bytes.count {
      #expect(throws: CorruptBytes.self, "\(count) bytes") {
        try ConfusionCodec.decode(Array(bytes[..<count]))
      }
    }
    #expect(throws: CorruptBytes.self) { try ConfusionCodec.decode(bytes + [0]) }
  }
}
