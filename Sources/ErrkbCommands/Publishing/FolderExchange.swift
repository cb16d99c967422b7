internal import CLinux
internal import Diagnostics
internal import Glibc

/// Puts a folder in the place of another, and knows where that cannot be.
enum FolderExchange {
  /// How a folder takes the place of another.
  enum Way {
    /// Both change places in one step of the system.
    case atOnce
    /// The former is moved aside and the new one in: for a moment there is none. For file systems
    /// and kernels that have no other way; `atOnce` turns to it by itself.
    case inTwoSteps
  }

  /// Exchanges the folder at a path for a new one of the same file system.
  ///
  /// The former then lies where the new one was.
  ///
  /// In two steps, `aside` is its name between them: a process killed there leaves it under that
  /// name. Nothing may lie there before.
  static func exchange(
    _ path: String, for new: String, aside: String, way: Way
  ) throws(FileError) {
    if way == .atOnce {
      if unsafe renameat2(AT_FDCWD, new, AT_FDCWD, path, exchangeFlag) == 0 { return }
      guard isUnknown(errno) else { throw .current(path: path) }
    }
    guard unsafe rename(path, aside) == 0 else { throw .current(path: path) }
    guard unsafe rename(new, path) == 0, unsafe rename(aside, new) == 0 else {
      let error = FileError.current(path: path)
      // Fails where the new one is in its place: then all is well but for a name.
      unsafe rename(aside, path)
      throw error
    }
  }

  /// Moves a folder to a path at which nothing lies; throws where something does.
  static func move(_ new: String, to path: String) throws(FileError) {
    if unsafe renameat2(AT_FDCWD, new, AT_FDCWD, path, noReplaceFlag) == 0 { return }
    // Without the flag it would take the place of an empty folder, which is no loss.
    guard isUnknown(errno), unsafe rename(new, path) == 0 else { throw .current(path: path) }
  }

  private static let noReplaceFlag: UInt32 = 1 << 0
  private static let exchangeFlag: UInt32 = 1 << 1

  /// Whether an error says that the file system or the kernel does not know what was asked.
  private static func isUnknown(_ code: Int32) -> Bool {
    code == EINVAL || code == ENOSYS || code == EOPNOTSUPP
  }

  /// Whether a file system is mounted on a folder, or it is the root: it cannot be moved.
  static func isMounted(on path: String) -> Bool {
    var status = statx()
    // An older kernel has no such call: there the exchange itself says that it cannot be.
    guard unsafe statx(AT_FDCWD, path, 0, 0, &status) == 0 else { return false }
    return status.stx_attributes & UInt64(STATX_ATTR_MOUNT_ROOT) != 0
  }
}
