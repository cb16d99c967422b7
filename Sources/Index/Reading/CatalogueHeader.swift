internal import Glibc

/// The first bytes of a catalogue file, read before SQLite is asked: so what is no catalogue is
/// told apart without compiling a statement.
///
/// The layout is SQLite's (https://sqlite.org/fileformat2.html#the_database_header).
package enum CatalogueHeader {
  private static let magic = Array("SQLite format 3\0".utf8)
  private static let size = 100
  private static let userVersionOffset = 60
  private static let applicationIDOffset = 68

  /// Throws unless a catalogue of the version that is read here lies at a path.
  static func check(_ path: String) throws(CatalogueError) {
    let header: [UInt8]
    do throws(SystemError) {
      header = try firstBytes(of: path)
    } catch {
      throw error.code == ENOENT || error.code == ENOTDIR
        ? .missing(path: path) : .unreadable(path: path, reason: error.description)
    }
    guard header.count == size, header.starts(with: magic),
      number(in: header, at: applicationIDOffset) == Schema.applicationID
    else { throw .notACatalogue(path: path) }
    let version = number(in: header, at: userVersionOffset)
    guard version == Schema.version else { throw .otherVersion(path: path, version: version) }
  }

  /// Whether a catalogue lies at a path, be it of another version.
  package static func isCatalogue(_ path: String) -> Bool {
    do throws(CatalogueError) {
      try check(path)
      return true
    } catch .otherVersion {
      return true
    } catch {
      return false
    }
  }

  /// The first bytes of a file, fewer than a header where it is shorter.
  private static func firstBytes(of path: String) throws(SystemError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw SystemError(errno) }
    defer { close(descriptor) }
    var failure: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      let read = unsafe read(descriptor, buffer.baseAddress, size)
      if read < 0 { failure = errno }
      count = max(0, read)
    }
    guard failure == 0 else { throw SystemError(failure) }
    return bytes
  }

  /// Four bytes, the highest first.
  private static func number(in header: [UInt8], at offset: Int) -> Int {
    header[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}
