import Foundation

/// The texts that the project began with, which lie in `seeds` beside the corpus: three pages of the
/// product, a guide and a thread.
///
/// Tests over them are skipped, and say so, where the folder is absent, unless `$ERRKB_REQUIRE_CORPUS`
/// is set.
package enum Seeds {
  /// The folder, as a path.
  package static let folder = URL(filePath: Corpus.root).deletingLastPathComponent()
    .appending(component: "seeds").path

  /// Whether tests over the seeds are to run, be it to fail.
  package static let isEnabled: Bool = {
    if Corpus.isRequired || FileManager.default.fileExists(atPath: folder) { return true }
    print("note: there is no folder 'seeds' beside the corpus; tests over it are left out")
    return false
  }()

  /// The file whose name begins so: `003_`.
  package static func path(_ prefix: String) throws -> String {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    guard let name = names.first(where: { $0.hasPrefix(prefix) && $0.hasSuffix(".txt") }) else {
      throw CocoaError(.fileNoSuchFile, userInfo: [NSFilePathErrorKey: "\(folder)/\(prefix)*.txt"])
    }
    return "\(folder)/\(name)"
  }

  package static func text(_ prefix: String) throws -> String {
    try String(contentsOfFile: try path(prefix), encoding: .utf8)
  }
}
