internal import Diagnostics

/// Walks a folder, links not followed.
struct FolderScan {
  let root: String
  var files: [String] = []
  var symbolicLinks: Set<String> = []
  var folderNames: Set<String> = []
  var diagnostics: [Diagnostic] = []

  /// Deeper folders than any documentation set has.
  private static let depthLimit = 64

  init(root: String) { self.root = root }

  mutating func run() throws(FileError) {
    var folders = [""]
    while let folder = folders.popLast() {
      let path = folder.isEmpty ? root : "\(root)/\(folder)"
      guard let names = FileBytes.names(inFolder: path) else {
        if folder.isEmpty { throw FileError.current(path: root) }
        let error = FileError.current(path: path)
        diagnostics.append(Diagnostic(.unreadableFile, path: path, at: .start, error.reason))
        continue
      }
      for name in names where !name.hasPrefix(".") {
        let relative = folder.isEmpty ? name : "\(folder)/\(name)"
        switch FileBytes.kind(of: "\(path)/\(name)") {
        case .file: files.append(relative)
        case .folder:
          folderNames.insert(name)
          if relative.split(separator: "/").count < Self.depthLimit { folders.append(relative) }
        case .symbolicLink:
          symbolicLinks.insert(relative)
          diagnostics.append(
            Diagnostic(
              .symbolicLink, path: "\(path)/\(name)", at: .start,
              "a symbolic link in the content is not followed"))
        case .other: break
        }
      }
    }
  }
}
