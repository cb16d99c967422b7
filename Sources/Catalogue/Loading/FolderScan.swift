internal import Diagnostics

/// Walks a folder, links not followed.
struct FolderScan {
  let root: String
  var files: [String] = []
  var symbolicLinks: Set<String> = []
  var folderNames: Set<String> = []
  var redirectionFiles: [String] = []
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
      for name in names {
        let relative = folder.isEmpty ? name : "\(folder)/\(name)"
        if RedirectionFile.isOne(name), FileBytes.kind(of: "\(path)/\(name)") == .file {
          redirectionFiles.append(relative)
        }
        if name.hasPrefix(".") { continue }
        switch FileBytes.kind(of: "\(path)/\(name)") {
        case .file: files.append(relative)
        case .folder:
          folderNames.insert(name)
          if relative.split(separator: "/").count < Self.depthLimit {
            folders.append(relative)
          } else {
            report(.unreadableFile, relative, "the folder lies too deep and is not read")
          }
        case .symbolicLink:
          symbolicLinks.insert(relative)
          report(.symbolicLink, relative, "a symbolic link in the content is not followed")
        case .other:
          // A pipe, or a name that is not UTF-8 and cannot be asked for again.
          if ContentTree.isPage(relative) {
            report(.unreadableFile, relative, "the file is not a regular file and is not read")
          }
        }
      }
    }
  }

  private mutating func report(_ rule: Rule, _ relative: String, _ message: String) {
    diagnostics.append(Diagnostic(rule, path: "\(root)/\(relative)", at: .start, message))
  }
}
