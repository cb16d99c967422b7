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
    for path in stagingPaths() { _ = remove(path) }
  }

  /// Removes a folder beside the output that errkb wrote, and nothing else in it.
  ///
  /// What cannot be removed is told and left. False where there is more to remove than the time
  /// allows.
  func remove(_ path: String, for time: Duration? = nil) -> Bool {
    guard FileBytes.kind(of: path) == .folder else { return true }
    do throws(FileError) {
      // Locked, it is being written, removed or read.
      guard let lock = try FolderLock(path) else { return true }
      defer { withExtendedLifetime(lock) {} }
      let list = try OutputList(folder: path, isStaged: true)
      let end = time.map { ContinuousClock.now + $0 }
      switch try FolderTree.remove(
        path, last: OutputList.name, until: end, including: list.contains)
      {
      case .done: break
      // Without a list it only has such a name.
      case .remaining(let name) where list.isThere:
        note("'\(path)' stays: '\(name)' in it was not written by errkb")
      case .remaining: break
      case .unfinished: return false
      }
    } catch {
      note("what a build left cannot be removed: \(error)")
    }
    return true
  }

  private func note(_ text: String) { Output.error.writeLine("note: \(VisibleText.visible(text))") }
}
