internal import Diagnostics
internal import Glibc

extension OutputPlace {
  /// Undoes the first step of an exchange in two that was killed between them; called with the lock
  /// held.
  func restoreAside() throws(FileError) {
    guard FileBytes.kind(of: asidePath) == .folder else { return }
    // Where the new output had come in, the former one is a leftover.
    let target = isTaken ? newStagingPath() : path
    guard unsafe rename(asidePath, target) == 0 else { throw .current(path: asidePath) }
  }

  /// Removes what killed builds left; called with the lock held.
  func removeLeftovers() {
    for path in stagingPaths() { remove(path) }
  }

  /// Removes a folder beside the output that errkb wrote, and nothing else in it. What cannot be
  /// removed is told and left.
  func remove(_ path: String) {
    guard FileBytes.kind(of: path) == .folder else { return }
    do throws(FileError) {
      // Locked, it is being written, removed or read.
      guard let lock = try FolderLock(path) else { return }
      defer { withExtendedLifetime(lock) {} }
      let list = try OutputList(folder: path)
      let remaining = try FolderTree.remove(
        path, last: OutputList.name, including: list.contains)
      // Without a list it only has such a name.
      if let remaining, list.isThere {
        note("'\(path)' stays: '\(remaining)' in it was not written by errkb")
      }
    } catch {
      note("what a build left cannot be removed: \(error)")
    }
  }

  private func note(_ text: String) { Output.error.writeLine("note: \(VisibleText.visible(text))") }
}
