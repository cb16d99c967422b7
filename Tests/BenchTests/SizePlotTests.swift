import BenchSupport
import TestSupport
import Testing

struct SizePlotTests {
  private static let samples = [
    SizeSample(
      pages: 10_000, build: (2, 100_000_000), site: (9, 300_000_000), show: 0.001,
      catalogueBytes: 50_000_000),
    SizeSample(
      pages: 100_000, build: (21, 310_000_000), show: 0.0011, catalogueBytes: 500_000_000),
    SizeSample(
      pages: 1_000_000, build: (230, 2_400_000_000), show: 0.0012, catalogueBytes: 5_000_000_000),
  ]

  @Test func isTheSameWhateverTheOrder() {
    let plot = SizePlot(Self.samples, title: "a").svg
    #expect(plot == SizePlot(Self.samples.reversed(), title: "a").svg)
    // Three lines, and those of the site of one point each.
    #expect(plot.components("<polyline ") == 5)
    #expect(plot.components("<circle ") == 3 * 3 + 2)
    #expect(plot.contains("10,000 pages: built in 2.00 s with 100 MB, show in 1.00 ms"))
  }

  @Test func axesHaveUnitsAndPowersOfTen() {
    let plot = SizePlot(Self.samples, title: "a").svg
    for text in ["Build (seconds)", "Memory at the peak (MB)", "One show (ms)", "pages"] {
      #expect(plot.contains(">\(text)</text>"), "\(text)")
    }
    for mark in ["1", "10k", "100k", "1M", "1000"] {
      #expect(plot.contains(">\(mark)</text>"), "\(mark)")
    }
    #expect(plot.contains("prefers-color-scheme: dark"))
  }

  @Test func whatGrowsInProportionIsAStraightLineFromCornerToCorner() {
    let samples = [1, 10, 100].map { pages in
      SizeSample(
        pages: pages, build: (Double(pages), pages * 1_000_000), show: 1, catalogueBytes: 1)
    }
    #expect(
      SizePlot(samples, title: "a").svg.contains("points=\"66.0,278.0 169.0,178.0 272.0,78.0\""))
  }

  @Test func textIsEscaped() {
    let plot = SizePlot(Self.samples, title: "<b> & \"c\" \u{1}").svg
    #expect(plot.contains(">&lt;b&gt; &amp; &quot;c&quot; \u{FFFD}</text>"))
  }

  @Test(.enabled(if: Program("xmllint", "--version").isThere()))
  func isWellFormed() throws {
    for samples in [Self.samples, [], [Self.samples[0]]] {
      let plot = SizePlot(samples, title: "a < b & c").svg
      let result = try Program("xmllint", "--noout", "-").run(Array(plot.utf8))
      #expect(result.status == 0, "\(String(decoding: result.errors, as: UTF8.self))")
    }
  }

  @Test func noPeakIsAboveTheBound() throws {
    let bound = try #require(MemoryBound(Self.samples))
    #expect(abs(bound.perPage - 2_323.2) < 0.1)
    for sample in Self.samples {
      #expect(Double(sample.build.peak) <= bound.fixed + bound.perPage * Double(sample.pages) + 1)
    }
    #expect(MemoryBound([Self.samples[0]]) == nil)
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(_ text: String) -> Int {
    split(separator: text, omittingEmptySubsequences: false).count - 1
  }
}
