internal import Diagnostics
internal import Glibc
internal import Index

/// The folder that a build writes to, which errkb made and nobody else writes to.
///
/// An empty file `.errkb` marks it; the file is locked while a build lasts, so a second build waits
/// for the first, and what a killed one left behind can be told from what is being written. A folder
/// that is new and not kept goes again with the value.
final class OutputFolder {
  /// The catalogue's name in it.
  static let catalogueName = "catalogue.db"
  private static let markerName = ".errkb"

  private let path: String
  private let marker: Int32
  /// The folders that were made for it, the outermost first.
  private let made: [String]
  private var isKept = false

  /// Takes the folder, and makes it where it is missing; refuses one that holds anything else.
  init(_ path: String) throws {
    self.path = path
    made = try Self.make(path)
    do {
      try Self.checkIsOurs(path)
      let name = "\(path)/\(Self.markerName)"
      marker = unsafe open(name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
      guard marker >= 0 else { throw FileError.current(path: name) }
    } catch {
      Self.remove(made)
      throw error
    }
    if lock() { removeLeftovers() }
  }

  deinit {
    if !isKept, !made.isEmpty {
      unsafe unlink(self.path(of: Self.markerName))
      Self.remove(made)
    }
    close(marker)
  }

  /// The path of what lies in it.
  func path(of name: String) -> String { path.hasSuffix("/") ? path + name : "\(path)/\(name)" }

  /// Lets the folder stay: the build is done.
  func keep() { isKept = true }
}

// MARK: - Whose it is

extension OutputFolder {
  /// Throws unless all that the folder holds was written by errkb.
  private static func checkIsOurs(_ path: String) throws {
    guard let names = FileBytes.names(inFolder: path) else { throw FileError.current(path: path) }
    let isMarked = names.contains(markerName)
    let foreign = names.filter { name in
      switch name {
      case markerName: false
      // Damaged, it is ours all the same where the folder is.
      case catalogueName: !isMarked && !CatalogueHeader.isCatalogue("\(path)/\(name)")
      default: !isMarked || !isLeftover(name)
      }
    }
    if let name = foreign.min() { throw ForeignOutput(path: path, name: name) }
  }

  /// Whether a name is one under which a catalogue is made.
  private static func isLeftover(_ name: String) -> Bool {
    name.hasPrefix("\(catalogueName).") && name.hasSuffix(".tmp")
  }
}

/// The folder to write to holds something that errkb did not write.
struct ForeignOutput: Error, CustomStringConvertible {
  let path: String
  let name: String

  var description: String {
    "'\(VisibleText.visible(path))' holds '\(VisibleText.visible(name))', which errkb did not "
      + "write; give an empty or a new folder with --output"
  }
}

// MARK: - One build at a time

extension OutputFolder {
  /// Waits until no other build writes here; false where the file system has no locks.
  private func lock() -> Bool {
    if flock(marker, LOCK_EX | LOCK_NB) == 0 { return true }
    guard errno == EWOULDBLOCK else { return false }
    Output.error.writeLine("errkb: waiting for another build of '\(VisibleText.visible(path))'")
    while flock(marker, LOCK_EX) != 0 {
      guard errno == EINTR else { return false }
    }
    return true
  }

  /// Removes what killed builds were writing; called with the lock held.
  private func removeLeftovers() {
    for name in FileBytes.names(inFolder: path) ?? [] where Self.isLeftover(name) {
      unsafe unlink(path(of: name))
    }
  }
}

// MARK: - Folders

extension OutputFolder {
  /// Makes a folder and those above it that are missing, and tells which.
  private static func make(_ path: String) throws(FileError) -> [String] {
    var made: [String] = []
    var prefix = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      prefix += part
      if unsafe mkdir(prefix, 0o777) == 0 {
        made.append(prefix)
      } else if errno != EEXIST {
        let error = FileError.current(path: prefix)
        remove(made)
        throw error
      }
      prefix += "/"
    }
    return made
  }

  /// Removes folders that are empty, the innermost first.
  private static func remove(_ folders: [String]) {
    for folder in folders.reversed() { unsafe rmdir(folder) }
  }
}
