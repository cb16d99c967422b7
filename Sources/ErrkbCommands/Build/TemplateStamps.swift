internal import Diagnostics
internal import Records

/// What the system tells of a folder of templates: it is read by the program that makes the site, and
/// only where it may have changed.
enum TemplateStamps {
  /// The digest of all files in a folder; nil where one of them may change without a sign, or where the
  /// folder cannot be read.
  static func digest(of folder: String, at moment: Int) -> Digest? {
    guard let entries = try? FolderTree.entries(of: folder, entering: { _ in true }) else {
      return nil
    }
    let stamps = entries.map { FileStamp("\(folder)/\($0)") ?? .unknown }
    guard stamps.allSatisfy({ $0.isSettled(at: moment) }) else { return nil }
    return Digest { writer in
      for (entry, stamp) in zip(entries, stamps) {
        writer.write(entry)
        writer.write(stamp)
      }
    }
  }
}
