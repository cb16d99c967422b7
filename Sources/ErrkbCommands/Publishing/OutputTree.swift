internal import Diagnostics
internal import Glibc
internal import Records

/// All files of an output and the folders that lead to them, as the system told of them when it was
/// complete: so one can tell without reading it whether it is still just so.
struct OutputTree: Sendable {
  /// By their paths in the output.
  let files: [PieceRecord.File]
  /// When anything was last put into each folder or taken out, in nanoseconds, by its path.
  ///
  /// The output's own folder is not among them.
  let folders: [Folder]

  struct Folder: Sendable {
    let path: String
    let modified: Int
  }

  init(files: [PieceRecord.File], folders: [Folder]) {
    self.files = files
    self.folders = folders
  }

  /// The tree of files that lie in an output.
  init(_ files: [PieceRecord.File], in root: String, jobs: Int) throws {
    var seen: Set<Substring> = []
    var paths: [String] = []
    for file in files {
      var rest = file.path[...]
      while let slash = rest.lastIndex(of: "/") {
        rest = rest[..<slash]
        guard seen.insert(rest).inserted else { break }
        paths.append(String(rest))
      }
    }
    let found = paths
    let stamps = try SharedWork.map(count: found.count, jobs: jobs) { place in
      let path = found[place]
      guard let stamp = FileStamp("\(root)/\(path)") else {
        throw FileError.current(path: "\(root)/\(path)")
      }
      return Folder(path: path, modified: stamp.modified)
    }
    self.init(files: files, folders: stamps)
  }

  /// Whether nothing was changed, put in or taken out, but for what lies in the output's own folder.
  func isUntouched(in root: String, jobs: Int) -> Bool {
    hasUntouchedFolders(in: root, jobs: jobs)
      && Self.allSatisfy(files, in: root, jobs: jobs) { file, root in
        FileStamp(file.path, below: root)?.isSameFile(as: file.stamp) == true
      }
  }

  /// Whether nothing was put into a folder or taken out of one.
  func hasUntouchedFolders(in root: String, jobs: Int) -> Bool {
    Self.allSatisfy(folders, in: root, jobs: jobs) { folder, root in
      FileStamp(folder.path, below: root)?.modified == folder.modified
    }
  }

  /// What lies in the output's own folder.
  var topNames: Set<Substring> {
    Set(files.map { $0.path.prefix { $0 != "/" } })
  }
}

// MARK: - From one output to another

extension OutputTree {
  /// Makes the files second names in another folder.
  func link(from root: String, to other: String, jobs: Int) throws {
    try SharedWork.run([files.count], jobs: jobs) { work in
      while let portion = work.next() {
        for file in files[portion.pieces] {
          try Self.link(file.path, from: root, to: other, FolderSink(other))
        }
      }
    }
  }

  /// Turns a folder that holds this tree into one that holds another, whose files lie in `source`.
  ///
  /// A file that both have is one file with two names, and stays.
  func change(into new: OutputTree, at root: String, from source: String) throws {
    // Most are the same, in the same order, and what was made anew comes last.
    var replaced: [PieceRecord.File] = []
    var rest: [String: FileStamp] = [:]
    var next = new.files.startIndex
    for file in files {
      if next < new.files.endIndex, new.files[next].path == file.path {
        if !file.stamp.isSameFile(as: new.files[next].stamp) { replaced.append(new.files[next]) }
        next += 1
      } else {
        rest[file.path] = file.stamp
      }
    }
    var added: [PieceRecord.File] = []
    for wanted in new.files[next...] {
      guard let stamp = rest.removeValue(forKey: wanted.path) else {
        added.append(wanted)
        continue
      }
      if !stamp.isSameFile(as: wanted.stamp) { replaced.append(wanted) }
    }
    // What goes first makes room: a file may have become a folder.
    let sink = FolderSink(root)
    for path in rest.keys.sorted() { try sink.remove(path) }
    for file in replaced {
      let path = "\(root)/\(file.path)"
      guard unsafe unlink(path) == 0 else { throw FileError.current(path: path) }
    }
    for file in replaced + added { try Self.link(file.path, from: source, to: root, sink) }
  }

  private static func link(
    _ path: String, from root: String, to other: String, _ sink: FolderSink
  ) throws(FileError) {
    let new = "\(other)/\(path)"
    do throws(FileError) {
      try FolderTree.link("\(root)/\(path)", as: new)
    } catch {
      guard errno == ENOENT else { throw error }
      try sink.makeFolders(above: path)
      try FolderTree.link("\(root)/\(path)", as: new)
    }
  }
}

// MARK: - On all threads

extension OutputTree {
  /// One element for which it does not hold is enough.
  private struct Exception: Error {}

  /// Whether something holds for all elements, of which `holds` is told with the open folder: from there
  /// the system has less far to go, a hundred thousand times.
  private static func allSatisfy<Element: Sendable>(
    _ elements: [Element], in root: String, jobs: Int,
    _ holds: @escaping @Sendable (Element, Int32) -> Bool
  ) -> Bool {
    let folder = unsafe open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return false }
    defer { close(folder) }
    do {
      try SharedWork.run([elements.count], jobs: jobs) { work in
        while let portion = work.next() {
          guard elements[portion.pieces].allSatisfy({ holds($0, folder) }) else {
            throw Exception()
          }
        }
      }
      return true
    } catch {
      return false
    }
  }
}

// MARK: - As bytes and back

extension ByteWriter {
  mutating func write(_ folders: [OutputTree.Folder]) {
    write(each: folders) { writer, folder in
      writer.write(folder.path)
      writer.write(number: folder.modified)
    }
  }
}

extension ByteReader {
  mutating func outputFolders() throws(CorruptBytes) -> [OutputTree.Folder] {
    try each { reader throws(CorruptBytes) in
      OutputTree.Folder(path: try reader.outputPath(), modified: try reader.number())
    }
  }
}
