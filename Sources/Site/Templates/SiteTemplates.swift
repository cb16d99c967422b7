package import Diagnostics
internal import Markup
internal import Records
internal import Templates

/// The templates and assets of a site: those of a folder of one's own first, then those that ship.
package struct SiteTemplates: Sendable {
  /// A file that pages need: style, script, icon.
  package struct Asset: Sendable {
    /// As it is named in its folder: `site.css`.
    package let name: String
    /// Where it lies in the site, named after what it holds: `assets/site.1f0c….css`.
    package let address: String
    package let bytes: [UInt8]
  }

  private let maker: PageMaker
  /// Of each template with all that it takes in.
  let digests: [String: Digest]
  /// The ids that stand in the templates: no text of a page may have them.
  let ids: ReservedIDs
  /// In the order of their names.
  package let assets: [Asset]

  /// Reads the templates.
  ///
  /// - Parameters:
  ///   - folder: A folder whose `site` and `assets` come before what ships; nil for what ships.
  ///   - isPlain: Whether Mustache alone is to make every page, for tests.
  ///   - diagnostics: Where a template that cannot be used is reported; pages must not be made then.
  /// - Throws: `FileError` where the folder or a file in it cannot be read.
  package init(
    folder: String? = nil, isPlain: Bool = false, diagnostics: inout [Diagnostic]
  ) throws(FileError) {
    var pages = Dictionary(
      uniqueKeysWithValues: Templates.pages.map {
        ($0.name, TemplateFile(path: "templates/site/\($0.name).mustache", bytes: $0.bytes))
      })
    var assets = Dictionary(
      uniqueKeysWithValues: Templates.assets.map {
        ($0.name, ShippedAsset.sent($0.name, $0.bytes))
      })
    if let folder {
      try Self.readFolder(folder) { (path, part, name) throws(FileError) in
        if part == .assets {
          assets[name] = try FileBytes.read(path)
        } else if name.hasSuffix(TemplateFile.ending) {
          let template = String(name.dropLast(TemplateFile.ending.count))
          pages[template] = TemplateFile(
            path: path,
            bytes: SourceText(
              path: path, raw: try FileBytes.read(path), diagnostics: &diagnostics
            ).bytes)
        }
      }
    }
    digests = TemplateFile.digests(of: pages)
    maker = PageMaker(TemplateFile.library(of: pages, diagnostics: &diagnostics), isPlain: isPlain)
    ids = pages.values.reduce(into: ReservedIDs()) { $0.formUnion($1.ids) }
    self.assets = assets.sorted { $0.key < $1.key }.map { name, bytes in
      Asset(name: name, address: SiteAddress.asset(name, bytes), bytes: bytes)
    }
  }

  private enum Part: String, CaseIterable { case site, assets }

  /// Passes on the files of the parts that a folder has; it needs neither.
  private static func readFolder(
    _ folder: String, _ body: (String, Part, String) throws(FileError) -> Void
  ) throws(FileError) {
    guard FileBytes.names(inFolder: folder) != nil else { throw .current(path: folder) }
    for part in Part.allCases {
      let path = folder.hasSuffix("/") ? folder + part.rawValue : "\(folder)/\(part.rawValue)"
      guard FileBytes.kind(of: path) == .folder else { continue }
      guard let names = FileBytes.names(inFolder: path) else { throw .current(path: path) }
      for name in names.sorted() where FileBytes.kind(of: "\(path)/\(name)") == .file {
        try body("\(path)/\(name)", part, name)
      }
    }
  }

  /// Where an asset lies in the site; nil where there is none of that name.
  package func address(ofAsset name: String) -> String? {
    assets.first { $0.name == name }?.address
  }

  /// A page of values; empty where there is no template of that name.
  func page(_ template: String, _ values: PageValues) -> [UInt8] { maker.page(template, values) }
}
