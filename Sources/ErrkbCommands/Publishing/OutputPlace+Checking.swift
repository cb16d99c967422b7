internal import Diagnostics
internal import Glibc

extension OutputPlace {
  /// Throws unless what lies there may be exchanged for a new output: a folder, all of which errkb
  /// wrote, and that may be written to.
  func checkIsReplaceable() throws {
    guard unsafe access(path, W_OK | X_OK) == 0 else { throw FileError.current(path: shownPath) }
    let list = try OutputList(folder: path)
    let entries = try FolderTree.entries(of: path, entering: list.contains)
    if let foreign = entries.first(where: { !list.contains($0) }) {
      throw UnfitOutput(path: shownPath, reason: .holds(foreign))
    }
  }

  /// Throws where what lies there cannot be exchanged, whatever it holds.
  ///
  /// A shell in the folder, or in one below it, would afterwards stand in a folder that is gone.
  func checkIsMovable() throws {
    guard FileBytes.kind(of: path) == .folder else {
      throw FileError(path: shownPath, reason: unsafe String(cString: strerror(ENOTDIR)))
    }
    guard !FolderExchange.isMounted(on: path) else {
      throw UnfitOutput(path: shownPath, reason: .isMounted)
    }
    if let current = FilePath.resolved("."), "\(current)/".hasPrefix("\(path)/") {
      throw UnfitOutput(path: shownPath, reason: .isCurrent)
    }
  }

  /// The error where the system did not move it after all: a folder of a lower layer of an overlay
  /// file system has to stay where it is.
  func immovable(_ error: FileError) -> UnfitOutput {
    UnfitOutput(path: shownPath, reason: .isImmovable(error.reason))
  }

  /// The error that the last call of the system left when something was to be made beside it.
  func unwritable() -> UnfitOutput {
    let error = FileError.current(path: folder)
    return UnfitOutput(path: shownPath, reason: .isUnwritable(error))
  }
}

/// Why a folder cannot be written to as the output.
struct UnfitOutput: Error, CustomStringConvertible {
  enum Reason {
    /// Something that errkb did not write lies in it, at a path relative to it.
    case holds(String)
    case isMounted
    /// The program runs in it.
    case isCurrent
    /// It stays where it is, as the system says why.
    case isImmovable(String)
    /// Nothing can be made beside it.
    case isUnwritable(FileError)
  }

  let path: String
  let reason: Reason

  var description: String {
    let shown = "'\(VisibleText.visible(path))'"
    switch reason {
    case .holds(let entry):
      let name = VisibleText.visible(entry.hasSuffix("/") ? String(entry.dropLast()) : entry)
      return "\(shown) holds '\(name)', which errkb did not write; give an empty or a new folder "
        + "with --output"
    case .isMounted:
      return "\(shown) is where a file system begins, so it cannot be exchanged as a whole; give a "
        + "folder in it with --output"
    case .isCurrent:
      return
        "\(shown) is exchanged as a whole, so errkb cannot run in it; run it elsewhere, or give "
        + "a folder in it with --output"
    case .isImmovable(let reason):
      return
        "\(shown) cannot be exchanged for what was built: \(reason); remove it, or give another "
        + "folder with --output"
    case .isUnwritable(let error):
      return "\(shown) is made beside its place, which cannot be written to: \(error)"
    }
  }
}
