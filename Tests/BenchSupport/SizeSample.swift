/// What was measured with content of one size.
package struct SizeSample: Sendable {
  package var pages: Int
  /// The build of the catalogue: seconds, and the most memory at once in bytes.
  package var build: (seconds: Double, peak: Int)
  /// The build of site and man pages of that catalogue, where it was made.
  package var site: (seconds: Double, peak: Int)?
  /// The median time of `show`, in seconds.
  package var show: Double
  /// The size of the catalogue's file.
  package var catalogueBytes: Int

  package init(
    pages: Int, build: (seconds: Double, peak: Int), site: (seconds: Double, peak: Int)? = nil,
    show: Double, catalogueBytes: Int
  ) {
    self.pages = pages
    self.build = build
    self.site = site
    self.show = show
    self.catalogueBytes = catalogueBytes
  }
}

/// A line that no measured peak of memory is above: so much, and so much for every page.
package struct MemoryBound: Sendable, Equatable {
  /// Bytes.
  package var fixed: Double
  package var perPage: Double

  /// The line with the slope from the smallest to the largest size; nil for less than two sizes.
  package init?(_ samples: [SizeSample]) {
    let sorted = samples.sorted { $0.pages < $1.pages }
    guard let first = sorted.first, let last = sorted.last, first.pages < last.pages else {
      return nil
    }
    let slope = Double(last.build.peak - first.build.peak) / Double(last.pages - first.pages)
    perPage = max(slope, 0)
    fixed = 0
    for sample in sorted {
      fixed = max(fixed, Double(sample.build.peak) - perPage * Double(sample.pages))
    }
  }
}
