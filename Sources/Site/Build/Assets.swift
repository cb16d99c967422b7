internal import Index

/// Style, scripts and pictures that pages share.
struct Assets: SitePart {
  private let assets: [SiteTemplates.Asset]

  init(_ templates: SiteTemplates) { assets = templates.assets }

  var count: Int { assets.count }

  func write(
    _ piece: Int, _ frame: Frame, _ reader: CatalogueReader, to sink: some SiteSink
  ) throws {
    try sink.write(assets[piece].bytes, to: assets[piece].address)
  }
}
