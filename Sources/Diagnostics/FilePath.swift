internal import Glibc

/// Where paths lead.
package enum FilePath {
  /// The path of the same file or folder from the root, without links, `.` and `..`; nil where
  /// nothing can be reached by it, and `FileError.current` tells why.
  package static func resolved(_ path: String) -> String? {
    guard let target = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(target) }
    return unsafe String(cString: target)
  }

  /// What a symbolic link says; nil where it cannot be read.
  package static func target(ofLink path: String) -> String? {
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, count in
      count = unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
        guard let start = characters.baseAddress else { return 0 }
        return unsafe max(0, readlink(path, start, characters.count))
      }
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }
}
