internal import Diagnostics
internal import Glibc
internal import Index

/// What of a folder errkb wrote: the file `.errkb` in it, which marks the folder as its output and
/// lists every file of it, a path a line.
///
/// So a file that somebody puts among the tens of thousands of a site is told from them by its name
/// alone; what has gone or was changed is no hindrance. Folders are not listed: ours are those that
/// lead to a file that is. While an output is made, its list is empty.
struct OutputList {
  /// The name of the file.
  static let name = ".errkb"

  /// Whether there is a list at all.
  let isThere: Bool
  private let holdsAll: Bool
  private var known: Set<Substring>

  /// Reads the list of a folder; without one, only a catalogue counts.
  ///
  /// All is ours in a folder that
  /// lies where outputs are made and whose list is empty.
  init(folder: String, isStaged: Bool = false) throws(FileError) {
    let path = "\(folder)/\(Self.name)"
    isThere = FileBytes.kind(of: path) == .file
    known = []
    var text = ""
    if isThere { text = String(decoding: try FileBytes.read(path), as: UTF8.self) }
    let lines = text.split(separator: "\n")
    holdsAll = isStaged && isThere && lines.isEmpty
    if isThere { known.formUnion([Self.name[...], BuildState.name[...]]) }
    // A catalogue was the whole output of builds that had no list. Damaged, it is ours all the same
    // where the folder is.
    let catalogue = BuildPart.catalogue.fileName
    if isThere || CatalogueHeader.isCatalogue("\(folder)/\(catalogue)") {
      known.insert(catalogue[...])
    }
    for line in lines { insert(line) }
  }

  /// Lists a file and the folders that lead to it.
  private mutating func insert(_ path: Substring) {
    known.insert(path)
    var folder = path
    while let slash = folder.dropLast().lastIndex(of: "/") {
      folder = folder[...slash]
      guard known.insert(folder).inserted else { return }
    }
  }

  /// Whether errkb wrote a file, or a folder, whose path ends in `/`.
  func contains(_ entry: String) -> Bool { holdsAll || known.contains(entry[...]) }

  /// Marks a folder as one in which an output is made.
  ///
  /// One step: whenever the process is killed, it
  /// can be told whose the folder is.
  static func begin(in folder: String) throws(FileError) {
    let path = "\(folder)/\(name)"
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .current(path: path) }
    close(file)
  }

  /// Makes an output one that is being made again.
  static func clear(in folder: String) throws(FileError) {
    let path = "\(folder)/\(name)"
    guard unsafe truncate(path, 0) == 0 else { throw .current(path: path) }
  }

  /// Lists all that lies in a folder.
  ///
  /// The list is put in its place when it is on the disk: without it, after a power cut, nothing of
  /// the output could be told to be ours.
  static func finish(in folder: String) throws(FileError) {
    let entries = try FolderTree.entries(of: folder, entering: { _ in true })
    try finish(in: folder, files: entries.filter { !$0.hasSuffix("/") && $0 != name })
  }

  /// Lists the files that lie in a folder, whichever was made first.
  static func finish(in folder: String, files: [String]) throws(FileError) {
    let list = try FileOutput(path: "\(folder)/\(name)")
    var lines: [UInt8] = []
    for file in files.sorted() {
      lines.append(contentsOf: file.utf8)
      lines.append(0x0A)
    }
    try list.output.put(lines)
    guard fsync(list.output.descriptor) == 0 || errno == EINVAL else {
      throw .current(path: list.output.name)
    }
    try list.finish()
  }
}
