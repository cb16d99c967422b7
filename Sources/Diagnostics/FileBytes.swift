internal import Glibc

/// Why a file could not be read or written.
package struct FileError: Error, Hashable, CustomStringConvertible {
  package let path: String
  /// What the system said: `No such file or directory`.
  package let reason: String
  /// The rule that a diagnostic of it goes by.
  package let rule: Rule

  package init(path: String, reason: String, rule: Rule = .unreadableFile) {
    self.path = path
    self.reason = reason
    self.rule = rule
  }

  /// The error that the last call of the system left.
  package static func current(path: String) -> FileError {
    FileError(path: path, reason: unsafe String(cString: strerror(errno)))
  }

  package var description: String { "\(path): \(reason)" }
}

/// Files as bytes, folders as names.
package enum FileBytes {
  /// What a path names, links not followed.
  package enum Kind: Sendable { case file, folder, symbolicLink, other }

  /// Pages are texts: nothing that is larger is one.
  package static let sizeLimit = 64 << 20

  /// Reads a regular file whole; throws where it is missing, unreadable, larger than a limit in bytes,
  /// or anything else than a regular file: a pipe is not waited for.
  package static func read(_ path: String, limit: Int = sizeLimit) throws(FileError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .current(path: path) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .current(path: path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileError(path: path, reason: "Not a regular file")
    }
    guard status.st_size <= limit else {
      throw FileError(path: path, reason: "Larger than \(limit >> 20) MiB", rule: .fileTooLarge)
    }
    var failure: FileError?
    let size = Int(status.st_size)
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = unsafe Glibc.read(
          descriptor, buffer.baseAddress?.advanced(by: count), size - count)
        if got < 0 {
          if errno == EINTR { continue }
          failure = .current(path: path)
          return
        }
        if got == 0 { return }
        count += got
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// What a path names; `other` where it cannot be told.
  package static func kind(of path: String) -> Kind {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return .other }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .symbolicLink
    default: return .other
    }
  }

  /// The names in a folder, in no particular order, or nil where it cannot be read; `FileError
  /// .current` tells why.
  package static func names(inFolder path: String) -> [String]? {
    entries(inFolder: path)?.map(\.name)
  }

  /// What lies in a folder, in no particular order, links not followed, or nil where it cannot be
  /// read; `FileError.current` tells why.
  package static func entries(inFolder path: String) -> [(name: String, kind: Kind)]? {
    guard let folder = unsafe opendir(path) else { return nil }
    defer { unsafe closedir(folder) }
    var entries: [(name: String, kind: Kind)] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
        unsafe field.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      // Most file systems tell the kind along with the name.
      let kind: Kind
      switch unsafe Int32(entry.pointee.d_type) {
      case Int32(DT_REG): kind = .file
      case Int32(DT_DIR): kind = .folder
      case Int32(DT_LNK): kind = .symbolicLink
      default: kind = self.kind(of: "\(path)/\(name)")
      }
      entries.append((name, kind))
    }
    return entries
  }
}
