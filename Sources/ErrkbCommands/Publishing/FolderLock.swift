internal import Diagnostics
internal import Glibc

/// The lock on an output folder itself, wherever it is moved.
///
/// Who makes a folder or removes it holds the lock, so nobody else removes it. Who wants to read it
/// at leisure may take a shared one (`flock -s build tar c build`): while he has it, the folder
/// stays, though a newer one may have taken its place.
final class FolderLock {
  private let descriptor: Int32

  /// Locks a folder; nil where it is locked already.
  ///
  /// A file system without locks locks nothing.
  init?(_ path: String) throws(FileError) {
    descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw .current(path: path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
      close(descriptor)
      return nil
    }
  }

  deinit { close(descriptor) }

  /// Whether a descriptor and a path are of the same file or folder.
  static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
    var opened = stat()
    var named = stat()
    return unsafe fstat(descriptor, &opened) == 0 && stat(path, &named) == 0
      && opened.st_dev == named.st_dev && opened.st_ino == named.st_ino
  }
}
