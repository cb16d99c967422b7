internal import Glibc

/// What the system tells of a file without reading it: as long as none of it changes, the file is the
/// same.
package struct FileStamp: Sendable, Hashable {
  /// In bytes.
  package let size: Int
  /// When its bytes were last changed, in nanoseconds since 1970; anyone may set it.
  package let modified: Int
  /// When anything about it was last changed, the same; only the system sets it.
  package let changed: Int
  /// Which file it is among those of its file system.
  package let inode: UInt64

  package init(size: Int, modified: Int, changed: Int, inode: UInt64) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.inode = inode
  }

  private init(_ status: stat) {
    self.init(
      size: Int(status.st_size), modified: Self.nanoseconds(status.st_mtim),
      changed: Self.nanoseconds(status.st_ctim), inode: UInt64(status.st_ino))
  }

  /// The stamp of what lies at a path, links not followed; nil where nothing can be told of it.
  package init?(_ path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// The stamp of what lies at a path below an open folder, links not followed; nil where nothing can be
  /// told of it.
  package init?(_ path: String, below folder: Int32) {
    var status = stat()
    guard unsafe fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    self.init(status)
  }

  /// The stamp of an open file.
  package init?(descriptor: Int32) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  /// Whether it is the same file with the same bytes, whatever names it has got or lost meanwhile.
  package func isSameFile(as other: FileStamp) -> Bool {
    size == other.size && modified == other.modified && inode == other.inode
  }

  /// Whether a change after a moment would have changed the stamp: clocks of file systems are coarse,
  /// and what was written twice within one tick looks as if it was written once.
  package func isSettled(at moment: Int) -> Bool {
    // A time in whole seconds is that of a file system that counts no smaller ones.
    let tick = changed % Self.second == 0 ? 2 * Self.second : Self.second / 10
    return changed + tick < moment && modified + tick < moment
  }

  /// That of a file of which nothing can be told: no file has it.
  package static let unknown = FileStamp(size: -1, modified: 0, changed: 0, inode: 0)

  /// Now, as file systems count it.
  package static var now: Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return nanoseconds(time)
  }

  private static let second = 1_000_000_000

  private static func nanoseconds(_ time: timespec) -> Int {
    time.tv_sec * second + time.tv_nsec
  }
}
