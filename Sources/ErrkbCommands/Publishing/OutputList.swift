internal import Diagnostics
internal import Glibc
internal import Index

/// What of a folder errkb wrote: the file `.errkb` in it, which marks the folder as its output and
/// lists every file of it, a path a line.
///
/// So a file that somebody puts among the tens of thousands of a site is told from them by its name
/// alone; what has gone or was changed is no hindrance. Folders are not listed: ours are those that
/// lead to a file that is.
struct OutputList {
  /// The name of the file.
  static let name = ".errkb"
  /// The line of a folder that is still being written: all of it is ours.
  private static let everything = "*"

  /// Whether there is a list at all.
  let isThere: Bool
  private let holdsAll: Bool
  private var known: Set<Substring>

  /// Reads the list of a folder; without one, only a catalogue counts.
  init(folder: String) throws(FileError) {
    let path = "\(folder)/\(Self.name)"
    isThere = FileBytes.kind(of: path) == .file
    known = []
    var text = ""
    if isThere { text = String(decoding: try FileBytes.read(path), as: UTF8.self) }
    let lines = text.split(separator: "\n")
    holdsAll = lines == [Self.everything[...]]
    if isThere { known.insert(Self.name[...]) }
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

  /// Marks a folder as one that is being written.
  static func begin(in folder: String) throws(FileError) {
    try write([everything], to: folder)
  }

  /// Lists all that lies in a folder.
  static func finish(in folder: String) throws(FileError) {
    let entries = try FolderTree.entries(of: folder, entering: { _ in true })
    try write(entries.filter { !$0.hasSuffix("/") && $0 != name }, to: folder)
  }

  /// Writes the list anew and puts it in its place, so that it is whole whenever it is read, after
  /// a power cut too: without it nothing could be told to be ours.
  private static func write(_ lines: [String], to folder: String) throws(FileError) {
    let file = try FileOutput(path: "\(folder)/\(name)")
    try file.output.put(lines.flatMap { Array($0.utf8) + [0x0A] })
    guard fsync(file.output.descriptor) == 0 || errno == EINVAL else {
      throw .current(path: file.output.name)
    }
    try file.finish()
  }
}
