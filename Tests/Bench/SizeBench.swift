import BenchSupport
import Glibc

/// `bench size PROGRAM PLOT`: builds and look-ups with made-up content of growing size.
enum SizeBench {
  private static let locales = 5
  /// Up to so many pages, site and man pages are made too: a million pages have ten million files.
  private static let mostSitePages = 30_000
  /// What a page takes in the work folder, as content, as catalogue while it is made, and in memory,
  /// in bytes; and with site and man pages.
  private static let room: (catalogue: UInt64, all: UInt64) = (28_000, 250_000)

  static func run(errkb: String, plot: String) throws {
    let folder = BenchFolder.shared
    Report.say("\(Machine.date); \(Machine.text)")
    var samples: [SizeSample] = []
    var table = BenchTable(
      "pages", "build of the catalogue", "a page", "memory", "catalogue", "one `show`",
      "site and man pages")
    for pages in BenchSetting.sizes {
      let sample = try measure(pages, errkb, in: folder)
      samples.append(sample)
      let site = sample.site.map { "\(Figure.time($0.seconds)), \(Figure.megabytes($0.peak))" }
      table.add(
        Figure.grouped(pages), Figure.time(sample.build.seconds),
        "\(Figure.fixed(sample.build.seconds / Double(pages) * 1e6, 0)) µs",
        Figure.megabytes(sample.build.peak), Figure.megabytes(sample.catalogueBytes),
        Figure.time(sample.show), site ?? "")
    }
    let bound = MemoryBound(samples).map { bound in
      "Memory stayed within \(Figure.fixed(bound.fixed / 1e6, 0)) MB and "
        + "\(Figure.fixed(bound.perPage / 1e3, 2)) KB a page."
    }
    let text = """
      Measured \(Machine.date) by `make bench-size\(BenchSetting.isQuick ? " QUICK=1" : "")`: \
      \(Machine.text). Made-up pages in \(locales) locales, once for each size; `show` is the median
      of many. \(bound ?? "")

      \(table.markdown)
      """
    Report.say("\n\(text)")
    unlink(plot)
    try TextFile.append(
      SizePlot(samples, title: "errkb, from small to large (dotted: in proportion to pages)").svg,
      to: plot)
    if let file = BenchSetting.table {
      unlink(file)
      try TextFile.append(text, to: file)
    }
  }

  private static func measure(
    _ pages: Int, _ errkb: String, in shared: BenchFolder
  ) throws(BenchError) -> SizeSample {
    let hasSite = pages <= mostSitePages
    let need = UInt64(pages) * (hasSite ? room.all : room.catalogue)
    let folder = "\(BenchFolder.parent(for: need))/errkb-bench-\(getpid())-size"
    mkdir(folder, 0o700)
    shared.removed = folder
    let (content, output) = (folder + "/content", folder + "/output")
    let generation = try BenchCommand(
      "/proc/\(getpid())/exe", "generate", content, "\(pages)", "\(locales)"
    ).run()
    Report.say(
      "\(Figure.grouped(pages)) pages on \(Machine.fileSystem(of: folder)): written in "
        + Figure.time(generation.wall))
    let build = try BenchCommand(errkb, "build", content, "-o", output, "--only", "catalogue")
      .run()
    let catalogue = output + "/catalogue.db"
    Report.say("  build: \(Figure.time(build.wall)), \(Figure.megabytes(build.peak))")
    let show = BenchCommand(
      errkb, "show", "1010", "--lang", "fr", "--catalogue", catalogue)
    var times: [Double] = []
    for _ in 0..<(BenchSetting.isQuick ? 51 : 201) { times.append(try show.run().wall) }
    let median = Median.of(times) ?? 0
    Report.say("  show: \(Figure.time(median))")
    var status = stat()
    stat(catalogue, &status)
    var sample = SizeSample(
      pages: pages, build: (build.wall, build.peak), show: median,
      catalogueBytes: Int(status.st_size))
    if hasSite {
      let run = try BenchCommand(errkb, "build", content, "-o", output, "--only", "site,man").run()
      sample.site = (run.wall, run.peak)
      Report.say("  site and man pages: \(Figure.time(run.wall)), \(Figure.megabytes(run.peak))")
    }
    try shared.remove(folder)
    shared.removed = nil
    return sample
  }
}
