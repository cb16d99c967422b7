internal import Glibc
internal import Synchronization

/// Writes many files below a folder that holds none of them.
///
/// A folder is made before the first file in it. Many a folder holds one file, others thousands, side by
/// side: so only the folders of late are remembered, and to make one that is there does no harm. A file
/// that is there already is an error, for then two things were given one path.
package final class FolderSink: Sendable {
  private let root: String
  private let recent = Mutex<[String]>([])

  /// Enough for the folders that threads take turns in.
  private static let mostRecent = 24

  /// A sink below a folder that exists.
  package init(_ root: String) { self.root = root.hasSuffix("/") ? root : root + "/" }

  /// Writes a file at a path below the folder, and tells what it is then.
  @discardableResult
  package func write(_ bytes: [UInt8], to path: String) throws(FileError) -> FileStamp {
    try put(bytes, at: root + path)
  }

  /// Removes a file, and the folders above it that hold nothing else.
  package func remove(_ path: String) throws(FileError) {
    guard unsafe unlink(root + path) == 0 else { throw .current(path: root + path) }
    recent.withLock { $0 = [] }
    var rest = path[...]
    while let slash = rest.lastIndex(of: "/") {
      rest = rest[..<slash]
      guard unsafe rmdir(root + rest) == 0 else {
        guard errno == ENOTEMPTY || errno == EEXIST else { throw .current(path: root + rest) }
        return
      }
      recent.withLock { $0.removeAll() }
    }
  }

  /// Makes the folders that lead to a path below the folder.
  package func makeFolders(above path: String) throws(FileError) {
    try makeFolder(above: root + path)
  }

  private func put(_ bytes: [UInt8], at path: String) throws(FileError) -> FileStamp {
    try prepareFolder(above: path)
    let descriptor = Self.create(path)
    guard descriptor >= 0 else { throw .current(path: path) }
    var failure: FileError?
    var start = 0
    while start < bytes.count, failure == nil {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[start...])
        return unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
      if count >= 0 {
        start += count
      } else if errno != EINTR {
        failure = .current(path: path)
      }
    }
    let stamp = FileStamp(descriptor: descriptor)
    if stamp == nil, failure == nil { failure = .current(path: path) }
    // A full disk may be told only here.
    if close(descriptor) != 0, failure == nil, errno != EINTR { failure = .current(path: path) }
    if let failure { throw failure }
    guard let stamp else { throw .current(path: path) }
    return stamp
  }

  private static func create(_ path: String) -> Int32 {
    unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
  }

  /// Sees to it that the folder is there that a path lies in.
  private func prepareFolder(above path: String) throws(FileError) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
    let folder = String(path[..<slash])
    guard folder.utf8.count >= root.utf8.count, !recent.withLock({ $0.contains(folder) }) else {
      return
    }
    try makeFolder(above: path)
    recent.withLock { recent in
      if recent.count == Self.mostRecent { recent.removeFirst() }
      recent.append(folder)
    }
  }

  /// Makes the folder that a path lies in, and those above it; one that another thread makes at the
  /// same time will do.
  private func makeFolder(above path: String) throws(FileError) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex else {
      return
    }
    let folder = String(path[..<slash])
    // That the root itself is gone is an error: `errno` says so.
    guard folder.utf8.count >= root.utf8.count else { throw .current(path: folder) }
    if unsafe mkdir(folder, 0o777) == 0 || errno == EEXIST { return }
    guard errno == ENOENT else { throw .current(path: folder) }
    try makeFolder(above: folder)
    guard unsafe mkdir(folder, 0o777) == 0 || errno == EEXIST else { throw .current(path: folder) }
  }
}
