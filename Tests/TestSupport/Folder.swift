package import Foundation

/// A file of a folder that a test writes: a path with `/` between folders, and its bytes.
package struct File: Sendable {
  let path: String
  let bytes: [UInt8]

  package init(_ path: String, _ text: String) { self.init(path, bytes: Array(text.utf8)) }

  package init(_ path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The same file in a folder.
  package func under(_ folder: String) -> File { File("\(folder)/\(path)", bytes: bytes) }
}

/// A folder of files that lasts as long as the closure it is handed to.
package struct Folder: Sendable {
  private let files: [File]

  package init(_ files: File...) { self.files = files }

  package init(_ files: [File]) { self.files = files }

  /// Writes the files under a new temporary folder, hands over its path, and takes it away again.
  package func whileWritten<Result>(_ body: (String) throws -> Result) throws -> Result {
    let manager = FileManager.default
    let root = manager.temporaryDirectory.appending(component: "errkb-\(UUID().uuidString)")
    defer { try? manager.removeItem(at: root) }
    try write(to: root)
    return try body(root.path(percentEncoded: false))
  }

  /// Writes the files under a folder, which is made.
  package func write(to root: URL) throws {
    let manager = FileManager.default
    try manager.createDirectory(at: root, withIntermediateDirectories: true)
    for file in files {
      let place = root.appending(path: file.path)
      try manager.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: place)
    }
  }

  /// Makes a symbolic link under a folder that was written.
  package static func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }
}
