internal import Diagnostics
internal import Markup

/// What a former build left to the next.
package struct FormerBuild: Sendable {
  /// What it read.
  package let record: ContentRecord
  /// Gives a page by its number in the catalogue that it made, without what only the whole catalogue
  /// tells; called on any thread.
  package let page: @Sendable (Int) throws -> Page

  package init(record: ContentRecord, page: @escaping @Sendable (Int) throws -> Page) {
    self.record = record
    self.page = page
  }
}

/// The content as a former build read it, of which a build takes over what is still so.
struct FormerContent: Sendable {
  private let former: FormerBuild
  /// The fragments that are as they were, with all that they include.
  private var current: Set<String> = []

  /// Nil where pages may be read otherwise now: by another configuration, from other folders.
  init?(_ former: FormerBuild, folders: [ContentRecord.Folder], readers: [PageReader]) {
    self.former = former
    let record = former.record
    guard folders.map(\.root) == record.folders.map(\.root),
      zip(folders, record.folders).allSatisfy({ $0.settings == $1.settings }),
      folders.allSatisfy(record.areSettled)
    else { return nil }
    for reader in readers {
      var decided: [String: Bool] = [:]
      for (path, file) in record.files where file.reading == nil && reader.tree.has(path: path) {
        if isCurrent(path, file, by: reader, &decided) { current.insert(path) }
      }
    }
  }

  /// Whether a fragment and all that it includes are as they were; within a circle that is not told.
  private func isCurrent(
    _ path: String, _ file: ContentRecord.File, by reader: PageReader,
    _ decided: inout [String: Bool]
  ) -> Bool {
    if let known = decided[path] { return known }
    decided[path] = false
    let isSame = former.record.isCurrent(file.stamp, path)
    let isWhole =
      isSame
      && file.uses.allSatisfy { use in
        guard reader.library.isLocated(use, from: path) else { return false }
        guard let path = use.path else { return true }
        guard let fragment = former.record.files[path] else { return false }
        return isCurrent(path, fragment, by: reader, &decided)
      }
    decided[path] = isWhole
    return isWhole
  }

  /// A page as it was read before, and what was wrong with it, where neither it nor what it includes
  /// has changed; nil where it has to be read.
  func reading(
    of path: String, _ stamp: FileStamp?, by reader: PageReader
  ) -> (draft: PageDraft?, diagnostics: [Diagnostic])? {
    let record = former.record
    // What of it cannot be had again is read again.
    guard let file = record.files[path], let bytes = file.reading, file.stamp == stamp,
      file.stamp.isSettled(at: record.moment),
      file.uses.allSatisfy({ use in
        reader.library.isLocated(use, from: path) && use.path.map(current.contains) ?? true
      }),
      let reading = try? RecordedReading(bytes),
      (try? reader.library.adopt(file.uses, of: path)) != nil
    else { return nil }
    guard let known = reading.page else { return (nil, reading.diagnostics) }
    guard let page = try? former.page(known.number), reader.tree.path(of: page.path) == path else {
      return nil
    }
    let draft = PageDraft(
      page: page, knowsItsSource: known.knowsItsSource, namings: known.namings)
    return (draft, reading.diagnostics)
  }
}
