internal import Diagnostics
internal import Glibc

/// Keeps two builds of one output apart as long as the value lives.
///
/// The file that is locked goes again with the value, and one that a killed build left is taken
/// over: the lock itself went with the process.
final class OutputLock {
  private let path: String
  private let descriptor: Int32
  /// False where the file system has no locks.
  let isHeld: Bool

  /// Locks the output at a place; where another build has it, calls `wait` until it is free.
  init(_ place: OutputPlace, wait: () throws -> Void) throws {
    path = place.lockPath
    var hasSaidSo = false
    while true {
      let file = unsafe open(path, O_RDONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
      guard file >= 0 else { throw place.unwritable() }
      while flock(file, LOCK_EX | LOCK_NB) != 0, errno != EINTR {
        guard errno == EWOULDBLOCK else {
          descriptor = file
          isHeld = false
          return
        }
        if !hasSaidSo {
          Note.say("waiting for another build of '\(VisibleText.visible(place.shownPath))'")
          hasSaidSo = true
        }
        do { try wait() } catch {
          close(file)
          throw error
        }
      }
      // Who had it before removed the file: another may have made and locked a new one meanwhile.
      if FolderLock.isSame(file, path) {
        descriptor = file
        isHeld = true
        return
      }
      close(file)
    }
  }

  deinit {
    unsafe unlink(path)
    close(descriptor)
  }
}
