import Records
import Testing

struct DigestTests {
  @Test("the digest is XXH3's of 128 bits, the same on every machine")
  func isXXH3() {
    // As `xxhsum -H2` tells it.
    #expect(Digest(of: []) == Digest(high: 0x99AA_06D3_0147_98D8, low: 0x6001_C324_468D_497F))
  }

  @Test("what is written in other pieces has another digest")
  func tellsPiecesApart() {
    let one = Digest { writer in
      writer.write("ab")
      writer.write("c")
    }
    let other = Digest { writer in
      writer.write("a")
      writer.write("bc")
    }
    #expect(one != other)
  }
}
