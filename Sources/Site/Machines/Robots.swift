internal import Index

/// `robots.txt`: everyone may read everything, and finds the map of the site.
struct Robots: SitePart {
  let count = 1

  func write(
    _ piece: Int, _ frame: Frame, _ reader: CatalogueReader, to sink: some SiteSink
  ) throws {
    let text = """
      User-agent: *
      Disallow:

      Sitemap: \(frame.publicURL("sitemap.xml"))

      """
    try sink.write(Array(text.utf8), to: "robots.txt")
  }
}
