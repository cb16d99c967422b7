internal import Diagnostics
internal import Glibc

/// Where a build's output lies or will lie: a name in a folder that is there, links followed.
///
/// However a user writes the path, it comes to the same place, and a symbolic link stays one: what
/// it leads to is exchanged. Everything that a build makes beside its output begins with a full
/// stop and the output's name, `.build.errkb-`.
struct OutputPlace {
  /// As the user named it, without slashes at its end.
  let shownPath: String
  /// The folder in which it lies, from the root.
  let folder: String
  let name: String
  /// The folders that were made for it, the outermost first.
  private let made: [String]

  /// Finds the place, and makes the folders above it that are missing.
  init(_ given: String) throws(FileError) {
    var shown = given
    while shown.utf8.count > 1, shown.hasSuffix("/") { shown.removeLast() }
    shownPath = shown
    var path = shown
    // As often as the system follows links.
    for _ in 0..<40 {
      if let resolved = FilePath.resolved(path) {
        (folder, name) = Self.split(resolved)
        made = []
        return
      }
      guard errno == ENOENT else { throw .current(path: shown) }
      while path.hasSuffix("/") || path.hasSuffix("/.") { path.removeLast() }
      guard let target = FilePath.target(ofLink: path) else { break }
      path = target.hasPrefix("/") ? target : "\(Self.split(path).folder)/\(target)"
    }
    let above: String
    (above, name) = Self.split(path)
    guard name != "..", !name.isEmpty else {
      throw FileError(path: shown, reason: unsafe String(cString: strerror(ENOENT)))
    }
    made = try Self.make(above, for: shown)
    guard let resolved = FilePath.resolved(above) else {
      let error = FileError.current(path: shown)
      Self.remove(made)
      throw error
    }
    folder = resolved
  }

  /// The path from the root.
  var path: String { folder == "/" ? "/\(name)" : "\(folder)/\(name)" }

  /// Where a part of it lies, as the user names it.
  func shownPath(of part: BuildPart) -> String {
    shownPath == "/" ? "/\(part.fileName)" : "\(shownPath)/\(part.fileName)"
  }

  /// Whether anything lies there.
  var isTaken: Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  /// Removes the folders again that were made for it and hold nothing.
  func removeMade() { Self.remove(made) }
}

// MARK: - Names beside it

extension OutputPlace {
  private var prefix: String { ".\(name).errkb-" }

  /// The file that is locked while a build lasts.
  ///
  /// It lies beside the output, not in it: the output
  /// is exchanged, and the lock has to stay.
  var lockPath: String { "\(folder)/\(prefix)lock" }

  /// Where the former output is between the two steps of an exchange.
  var asidePath: String { "\(folder)/\(prefix)old" }

  /// The output before the former one, where it waits to become the next.
  var sparePath: String { "\(folder)/\(prefix)spare" }

  /// A path beside it that no other build has.
  func newStagingPath() -> String {
    let characters = (0..<Self.stagingLength).compactMap { _ in
      Self.stagingCharacters.randomElement()
    }
    return "\(folder)/\(prefix)\(String(characters))"
  }

  /// What is named as builds name what they are making.
  func stagingPaths() -> [String] {
    let names = FileBytes.names(inFolder: folder) ?? []
    // The whole rest of the name counts: another output may be called `build.errkb-x`.
    return names.filter { name in
      let rest = name.dropFirst(prefix.count)
      return name.hasPrefix(prefix) && rest.count == Self.stagingLength
        && rest.allSatisfy(Self.stagingCharacters.contains)
    }
    .sorted().map { "\(folder)/\($0)" }
  }

  private static let stagingLength = 6
  private static let stagingCharacters = "abcdefghijklmnopqrstuvwxyz0123456789"
}

// MARK: - Folders above it

extension OutputPlace {
  /// The folder of a path and the name in it.
  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let name = String(path[path.index(after: slash)...])
    return (slash == path.startIndex ? "/" : String(path[..<slash]), name)
  }

  /// Makes a folder and those above it that are missing, and tells which.
  private static func make(_ path: String, for shown: String) throws(FileError) -> [String] {
    var made: [String] = []
    var prefix = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      prefix += part
      if unsafe mkdir(prefix, 0o777) == 0 {
        made.append(prefix)
      } else if errno != EEXIST {
        let error = FileError.current(path: shown)
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
