internal import Glibc

/// The folder whose files are served.
///
/// It is looked up by its name for every request: a build puts a new one in its place.
package struct ServedFolder: Sendable {
  /// What a path leads to.
  package enum Content: Sendable, Hashable {
    case file(File)
    /// A folder that was asked for without the slash at its end.
    case folder
    case nothing
  }

  /// A file as it is now.
  package struct File: Sendable, Hashable {
    package let name: String
    package let bytes: [UInt8]
    /// Differs whenever the bytes do: what HTTP calls a strong validator.
    package let tag: String
  }

  package let path: String

  package init(_ path: String) { self.path = path }

  /// Whether there is such a folder.
  package var isThere: Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// What a path leads to: no link is followed, so nothing outside the folder is ever found.
  package func content(_ request: RequestPath) -> Content {
    var folder = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return .nothing }
    defer { close(folder) }
    var names = request.parts[...]
    if request.isFolder { names.append("index.html") }
    guard let last = names.popLast() else { return .nothing }
    for name in names {
      let next = unsafe openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard next >= 0 else { return .nothing }
      close(folder)
      folder = next
    }
    // A pipe would make the server wait for whoever writes to it.
    let descriptor = unsafe openat(folder, last, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return .nothing }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { return .nothing }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return request.isFolder ? .nothing : .folder
    case S_IFREG: break
    default: return .nothing
    }
    guard let bytes = Self.read(descriptor, size: Int(status.st_size)) else { return .nothing }
    return .file(File(name: last, bytes: bytes, tag: Self.tag(of: bytes)))
  }

  private static func read(_ descriptor: Int32, size: Int) -> [UInt8]? {
    var isWhole = true
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = unsafe Glibc.read(
          descriptor, buffer.baseAddress?.advanced(by: count), size - count)
        if got < 0, errno == EINTR { continue }
        if got <= 0 {
          isWhole = got == 0
          return
        }
        count += got
      }
    }
    return isWhole ? bytes : nil
  }

  /// FNV-1a of the bytes, and how many there are.
  private static func tag(of bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return "\"\(String(bytes.count, radix: 36))-\(String(hash, radix: 36))\""
  }
}
