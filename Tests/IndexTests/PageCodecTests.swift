import Catalogue
import Index
import Markup
internal import Records
import Testing

struct PageCodecTests {
  @Test func decodesWhatItEncoded() throws {
    for seed in 0..<500 {
      let page = Page.random(seed: UInt64(seed))
      #expect(try PageCodec.decode(PageCodec.encode(page)) == page, "seed \(seed)")
    }
  }

  @Test func decodesTheSmallestPage() throws {
    let page = Page(
      kind: .guide, source: "MSVC", ids: [EventID("C2065")],
      locale: LocaleTag(canonical: "en-US"), title: "", path: "")
    #expect(try PageCodec.decode(PageCodec.encode(page)) == page)
  }

  @Test func refusesEveryTruncation() {
    let bytes = PageCodec.encode(.random(seed: 7))
    for count in 0..<bytes.count {
      #expect(throws: CorruptBytes.self, "\(count) bytes") {
        try PageCodec.decode(Array(bytes[..<count]))
      }
    }
  }

  @Test func refusesWhatStandsAfterThePage() {
    #expect(throws: CorruptBytes.self) {
      try PageCodec.decode(PageCodec.encode(.random(seed: 3)) + [0])
    }
  }

  @Test func refusesAnotherLayout() {
    #expect(throws: CorruptBytes("a page in layout 9", at: 1)) { try PageCodec.decode([9]) }
  }

  /// What comes out of damaged bytes is an error or a page whose every range may be used.
  @Test func survivesFlippedBytes() {
    var generator = SeededGenerator(seed: 42)
    for seed in 0..<60 {
      let original = PageCodec.encode(.random(seed: UInt64(seed)))
      for _ in 0..<200 {
        var bytes = original
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
          bytes[Int.random(in: bytes.indices, using: &generator)] = .random(
            in: 0...255, using: &generator)
        }
        guard let page = try? PageCodec.decode(bytes) else { continue }
        walk(page)
      }
    }
  }

  private func walk(_ page: Page) {
    let document = page.document
    _ = document.plainText(of: document.indices)
    for index in document.indices { for _ in document.children(of: index) {} }
    for section in page.sections { _ = document.plainText(of: section.body) }
    for fix in page.fixes { _ = fix.section.map { page.sections[$0] } }
  }
}
