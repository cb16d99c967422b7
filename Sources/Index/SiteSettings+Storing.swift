package import Catalogue

/// The settings of the site as entries of the table `meta`, and back.
extension SiteSettings {
  fileprivate static let baseURLKey = "base_url"
  fileprivate static let titlesKey = "source_titles"
  fileprivate static let originsKey = "source_urls"

  /// The entries; none for what is not known.
  var entries: [(key: String, value: String)] {
    var entries: [(key: String, value: String)] = []
    if let baseURL { entries.append((Self.baseURLKey, baseURL)) }
    if !sourceTitles.isEmpty {
      // White space within a title is folded, so a tab ends a name.
      let lines = sourceTitles.sorted { $0.key < $1.key }.map {
        "\($0.key)\t\(Self.line($0.value))"
      }
      entries.append((Self.titlesKey, lines.joined(separator: "\n")))
    }
    if origins.contains(where: { $0.url != nil }) {
      let lines = origins.map { "\($0.firstPage)\t\($0.url.map(Self.line) ?? "")" }
      entries.append((Self.originsKey, lines.joined(separator: "\n")))
    }
    return entries
  }

  private static func line(_ text: String) -> String {
    text.split { $0.isNewline || $0 == "\t" }.joined(separator: " ")
  }
}

extension CatalogueReader {
  /// What is known of the site that is made of the catalogue.
  package func siteSettings() throws(CatalogueError) -> SiteSettings {
    var settings = SiteSettings()
    settings.baseURL = try meta(SiteSettings.baseURLKey)
    for (name, title) in try pairs(SiteSettings.titlesKey) { settings.sourceTitles[name] = title }
    for (number, url) in try pairs(SiteSettings.originsKey) {
      guard let number = Int(number) else { continue }
      settings.origins.append(SiteSettings.Origin(firstPage: number, url: url.isEmpty ? nil : url))
    }
    return settings
  }

  /// The lines of an entry, each parted at its tab.
  private func pairs(_ key: String) throws(CatalogueError) -> [(String, String)] {
    let lines = try meta(key)?.split(separator: "\n") ?? []
    return lines.compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }
  }
}
