import Glibc

/// A copy of the content in the work folder: what reads it and what writes have the same file system,
/// and it may be edited.
struct BenchCorpus {
  /// The content folders.
  let folders: [String]
  let size: FolderSize

  /// The folder that holds them.
  static var root: String { BenchFolder.shared.path + "/content" }

  /// Copies content folders; of the first two locales alone where it is to be quick.
  init(_ content: [String]) throws(BenchError) {
    _ = BenchFolder.shared.folder("content")
    var folders: [String] = []
    for (place, folder) in content.enumerated() {
      let copy = "\(Self.root)/\(folder.split(separator: "/").last ?? "content")"
      _ = try BenchCommand("cp", "-rL", folder, copy).run()
      if BenchSetting.isQuick, content.count > 1 {
        if place > 0 {
          try BenchFolder.shared.remove(copy)
          continue
        }
        let script =
          "find \"$0\" -mindepth 1 -maxdepth 1 ! -iname 'en*' ! -iname 'fr*' -exec rm -r {} +"
        _ = try BenchCommand("sh", "-c", script, copy).run()
      }
      folders.append(copy)
    }
    self.folders = folders
    size = FolderSize(Self.root)
  }
}
