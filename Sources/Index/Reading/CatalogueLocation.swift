internal import Diagnostics
internal import Glibc

/// Where the catalogue lies if nobody says so: the usual places, the nearest first.
package struct CatalogueLocation {
  /// The value of an environment variable.
  package var environment: (String) -> String?
  /// The folder in which the command runs; nil where it has gone.
  package var folder: String?
  /// The program's own file.
  package var executable: String?
  /// Whether there is a file at a path.
  package var exists: (String) -> Bool

  package init(
    environment: @escaping (String) -> String?, folder: String?, executable: String?,
    exists: @escaping (String) -> Bool
  ) {
    self.environment = environment
    self.folder = folder
    self.executable = executable
    self.exists = exists
  }

  /// The path of the catalogue: what was asked for, else `$ERRKB_CATALOGUE`, else the first of
  /// the usual places that has one.
  ///
  /// What was asked for is taken even if nothing is there, so that a mistyped path is not
  /// answered from another catalogue.
  package func path(option: String?) throws(CatalogueError) -> String {
    if let option { return option }
    if let variable = nonEmpty("ERRKB_CATALOGUE") { return variable }
    guard let found = usualPlaces.first(where: exists) else { throw .missing(path: nil) }
    return found
  }

  /// Every place that is looked at, in order.
  package var usualPlaces: [String] {
    var places: [String] = []
    if let folder { places += Self.withParents(folder).map { $0 + "build/catalogue.db" } }
    if let data = dataFolder { places.append(data + "/errkb/catalogue.db") }
    if let executable, let binaries = Self.parent(of: executable),
      let prefix = Self.parent(of: binaries)
    {
      places.append(prefix + "/share/errkb/catalogue.db")
    }
    for share in ["/usr/local/share", "/usr/share"] {
      let place = share + "/errkb/catalogue.db"
      if !places.contains(place) { places.append(place) }
    }
    return places
  }

  /// `$XDG_DATA_HOME`, which counts only if it is absolute, else `~/.local/share`.
  private var dataFolder: String? {
    if let data = nonEmpty("XDG_DATA_HOME"), data.utf8.first == UInt8(ascii: "/") { return data }
    return nonEmpty("HOME").map { $0 + "/.local/share" }
  }

  private func nonEmpty(_ name: String) -> String? {
    guard let value = environment(name), !value.isEmpty else { return nil }
    return value
  }

  /// A folder and all above it, each with `/` at its end.
  private static func withParents(_ folder: String) -> [String] {
    var folders: [String] = []
    var current: String? = folder == "/" ? "" : folder
    while let folder = current {
      folders.append(folder + "/")
      current = parent(of: folder)
    }
    return folders
  }

  /// What stands before the last `/`; nil where there is none.
  private static func parent(of path: String) -> String? {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) }
  }
}

extension CatalogueLocation {
  /// The places as this process sees them.
  package static var current: CatalogueLocation {
    CatalogueLocation(
      environment: { name in unsafe getenv(name).map { unsafe String(cString: $0) } },
      folder: currentFolder, executable: FilePath.target(ofLink: "/proc/self/exe"),
      exists: { unsafe access($0, F_OK) == 0 })
  }

  private static var currentFolder: String? {
    guard let path = unsafe getcwd(nil, 0) else { return nil }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }
}
