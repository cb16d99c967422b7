package import Diagnostics
package import Markup
internal import Records

/// The files under one content folder, found once; where includes and links lead is answered from
/// this list, so that nothing outside the folder and nothing behind a symbolic link is ever opened.
package final class ContentTree: FragmentLocator {
  /// The folder as it was given.
  package let root: String
  /// The locale of pages that name none.
  package let defaultLocale: LocaleTag
  /// The pages, relative to the root, in the order of their bytes.
  package let pages: [String]
  /// The lists of pages that have moved, in order.
  let redirectionFiles: [String]
  /// Which files there are, links and what could not be read counted.
  let digest: Digest
  /// What was found wrong on the way: links, folders that cannot be read.
  package let diagnostics: [Diagnostic]

  private let files: Set<String>
  /// The files by their path in lower case.
  private let folded: [String: String]
  /// Symbolic links, to files and to folders.
  private let symbolicLinks: Set<String>
  /// The folders that are named by the default locale, in the spellings that occur.
  private let defaultLocaleFolders: [String]
  /// By what locale folders are named, if by any.
  private let folderLocales: [Substring: LocaleTag?]
  /// The locale that the path of the content folder names.
  private let rootLocale: LocaleTag?

  /// Lists the files under a folder; throws where the folder itself cannot be read.
  ///
  /// Folders and files whose names begin with a full stop are passed over, but for lists of pages
  /// that have moved, and so are the folders for which `isExcluded` holds.
  package init(
    root: String, defaultLocale: LocaleTag, isExcluded: (String) -> Bool = { _ in false }
  ) throws(FileError) {
    var scan = FolderScan(root: root)
    try scan.run()
    self.root = root
    self.defaultLocale = defaultLocale
    let paths = scan.files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    files = Set(paths)
    folded = Dictionary(
      paths.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    symbolicLinks = scan.symbolicLinks
    let folderLocales = Dictionary(
      uniqueKeysWithValues: scan.folderNames.map { ($0[...], Self.locale(ofFolder: $0)) })
    self.folderLocales = folderLocales
    rootLocale =
      root.split(separator: "/").reversed().lazy.filter { $0.contains("-") }
      .compactMap { Self.locale(ofFolder: String($0)) }.first
    defaultLocaleFolders = scan.folderNames.filter { folderLocales[$0[...]] == defaultLocale }
      .sorted()
    pages = paths.filter { Self.isPage($0) && !isExcluded($0) }
    redirectionFiles = scan.redirectionFiles.filter { !isExcluded($0) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    digest = Digest { writer in
      for path in paths + scan.symbolicLinks.sorted() + scan.redirectionFiles.sorted() {
        writer.write(path)
      }
      for diagnostic in scan.diagnostics.sorted() { writer.write(diagnostic.message) }
    }
    diagnostics = scan.diagnostics
  }

  /// Whether there is a file at a path relative to the root.
  func has(_ relative: String) -> Bool { files.contains(relative) }

  /// Whether a path leads to a file of this tree.
  func has(path: String) -> Bool {
    path.hasPrefix(root) && files.contains(relative(path))
  }

  /// Whether a file is a page by its name: Markdown, and not in a folder of fragments.
  static func isPage(_ path: String) -> Bool {
    let lower = path.lowercased()
    guard lower.hasSuffix(".md") || lower.hasSuffix(".markdown") else { return false }
    let folders = lower.split(separator: "/").dropLast()
    return !folders.contains("includes") && !folders.contains("_includes")
  }

  /// A file's path as it is reached from where the command runs.
  package func path(of relative: String) -> String {
    root.hasSuffix("/") ? root + relative : "\(root)/\(relative)"
  }

  /// A path that this tree made, relative to the root.
  func relative(_ path: String) -> String {
    let prefix = root.hasSuffix("/") ? root : root + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }

  // MARK: Locales

  /// The locale that the nearest folder above a file names.
  ///
  /// The path of the content folder counts too, as it was given: one may build `sql-docs/fr-fr`
  /// alone. There a bare `de` may be anybody's folder, so only a tag of several parts is taken.
  package func locale(ofFile relative: String) -> LocaleTag? {
    var rest = relative[...]
    while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
      rest = rest[..<slash]
      let before = rest.utf8.lastIndex(of: UInt8(ascii: "/")).map { rest.utf8.index(after: $0) }
      let name = rest[(before ?? rest.startIndex)...]
      // A file that is gone may have stood in a folder that is gone, too.
      if let locale = folderLocales[name] ?? Self.locale(ofFolder: String(name)) { return locale }
    }
    return rootLocale
  }

  /// The locale that a folder's name is, if it is one: `fr-fr`, `fr`, `zh-Hant`, not `docs`.
  static func locale(ofFolder name: String) -> LocaleTag? {
    guard let tag = LocaleTag(name), (2...3).contains(tag.language.utf8.count), tag.isKnownLanguage
    else { return nil }
    // `sql` and `src` are well-formed too: three letters alone are no locale.
    return tag.language.utf8.count == 2 || name.contains("-") ? tag : nil
  }

  // MARK: Files

  package func read(_ path: String) throws -> [UInt8] {
    try FileBytes.read(path)
  }

  package func locate(_ target: String, from file: String) -> FragmentLocation {
    let from = relative(file)
    guard let candidates = ContentPath.candidates(for: target, from: from) else { return .outside }
    for candidate in candidates {
      if files.contains(candidate) { return .found(path(of: candidate)) }
      if isBehindSymbolicLink(candidate) { return .outside }
      if let other = folded[candidate.lowercased()] { return .otherCase(path(of: other)) }
    }
    for candidate in candidates {
      if let fallback = inDefaultTree(candidate, from: from) {
        return .fallback(path(of: fallback))
      }
    }
    return .missing
  }

  /// The page that a link leads to, relative to the root; nil for what is not a file here.
  func page(linkedAs target: String, from relative: String) -> String? {
    let bytes = target.utf8
    let end =
      bytes.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") } ?? bytes.endIndex
    let bare = String(target[..<end])
    guard !bare.isEmpty, !Self.hasScheme(bare),
      let found = ContentPath.candidates(for: bare, from: relative)
    else { return nil }
    for candidate in found {
      if files.contains(candidate) { return candidate }
      if let other = folded[candidate.lowercased()] { return other }
    }
    return nil
  }

  /// Whether `://` stands in a target.
  private static func hasScheme(_ target: String) -> Bool {
    var rest = target.utf8[...]
    while let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
      rest = rest[rest.index(after: colon)...]
      if rest.starts(with: "//".utf8) { return true }
    }
    return false
  }

  private func isBehindSymbolicLink(_ path: String) -> Bool {
    guard !symbolicLinks.isEmpty else { return false }
    var prefix = ""
    for part in path.split(separator: "/") {
      prefix += prefix.isEmpty ? part : "/" + part
      if symbolicLinks.contains(prefix) { return true }
    }
    return false
  }

  /// The same file in the default locale's tree, for a file of another locale's.
  private func inDefaultTree(_ path: String, from relative: String) -> String? {
    var parts = path.split(separator: "/").map(String.init)
    guard let position = parts.dropLast().lastIndex(where: { Self.locale(ofFolder: $0) != nil }),
      Self.locale(ofFolder: parts[position]) != defaultLocale
    else { return nil }
    for folder in defaultLocaleFolders {
      parts[position] = folder
      let candidate = parts.joined(separator: "/")
      if files.contains(candidate) { return candidate }
      if let other = folded[candidate.lowercased()] { return other }
    }
    return nil
  }
}
