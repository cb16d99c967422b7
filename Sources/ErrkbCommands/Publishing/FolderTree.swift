internal import Diagnostics
internal import Glibc

/// Folders with all that lies in them.
///
/// Symbolic links are things that lie there; none is followed.
enum FolderTree {
  /// Everything under a folder in order, as paths relative to it.
  ///
  /// A folder, whose path ends in `/`, stands before what it holds. Only folders for which
  /// `entering` holds are looked into.
  static func entries(
    of root: String, entering: (String) -> Bool
  ) throws(FileError) -> [String] {
    var entries: [String] = []
    var pending = [""]
    while let entry = pending.popLast() {
      if !entry.isEmpty { entries.append(entry) }
      guard entry.isEmpty || entry.hasSuffix("/") && entering(entry) else { continue }
      let folder = "\(root)/\(entry)"
      guard let found = FileBytes.entries(inFolder: folder) else { throw .current(path: folder) }
      pending += found.map { "\(entry)\($0.name)\($0.kind == .folder ? "/" : "")" }
        .sorted { $1.utf8.lexicographicallyPrecedes($0.utf8) }
    }
    return entries
  }

  /// What came of a removal.
  enum Removal {
    case done
    /// The first of the things that are not to be removed.
    case remaining(String)
    /// There was not enough time.
    case unfinished
  }

  /// Removes what lies under a folder, as far as `including` holds, and the folder itself if
  /// nothing remains.
  ///
  /// `last` is the file that goes last, when all else is gone.
  static func remove(
    _ root: String, last: String, until end: ContinuousClock.Instant?,
    including: (String) -> Bool
  ) throws(FileError) -> Removal {
    let entries = try entries(of: root, entering: including)
    for entry in entries.reversed() where entry != last && including(entry) {
      if let end, ContinuousClock.now > end { return .unfinished }
      let path = "\(root)/\(entry)"
      let isGone = unsafe entry.hasSuffix("/") ? rmdir(path) == 0 : unlink(path) == 0
      // Another build may be at it as well; a folder may hold what stays.
      guard isGone || errno == ENOENT || errno == ENOTEMPTY else { throw .current(path: path) }
    }
    if let remaining = entries.first(where: { !including($0) }) {
      return .remaining(remaining)
    }
    unsafe unlink("\(root)/\(last)")
    guard unsafe rmdir(root) == 0 || errno == ENOENT else { throw .current(path: root) }
    return .done
  }

  /// Makes a second name for a file; where the file system has none, a second file.
  static func link(_ path: String, as new: String) throws(FileError) {
    if unsafe Glibc.link(path, new) == 0 { return }
    guard [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(errno) else { throw .current(path: new) }
    try copy(path, to: new)
  }

  private static func copy(_ path: String, to new: String) throws(FileError) {
    let source = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard source >= 0 else { throw .current(path: path) }
    defer { close(source) }
    let copy = unsafe open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard copy >= 0 else { throw .current(path: new) }
    defer { close(copy) }
    while true {
      let count = sendfile(copy, source, nil, 1 << 30)
      if count == 0 { return }
      guard count > 0 || errno == EINTR else { throw .current(path: new) }
    }
  }
}
