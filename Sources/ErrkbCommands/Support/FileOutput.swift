internal import Diagnostics
internal import Glibc

/// A file that is written aside and put in its place when it is complete.
///
/// What is no regular file, a device or a named pipe, is written to as it is.
final class FileOutput {
  let output: Output
  private let path: String
  /// Nil where the file itself is written to, or is complete.
  private var temporary: String?

  init(path given: String) throws(FileError) {
    path = Self.target(of: given)
    let name: String
    if Self.isRegularOrMissing(path) {
      name = "\(path).\(getpid()).tmp"
      temporary = name
    } else {
      name = path
    }
    let descriptor = unsafe open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .current(path: given) }
    output = Output(descriptor: descriptor, name: given)
  }

  deinit {
    guard let temporary else { return }
    close(output.descriptor)
    unsafe unlink(temporary)
  }

  /// Puts the file in its place.
  func finish() throws(FileError) {
    defer { temporary = nil }
    var isWritten = close(output.descriptor) == 0
    if isWritten, let temporary { isWritten = unsafe rename(temporary, path) == 0 }
    guard isWritten else {
      let error = FileError.current(path: output.name)
      if let temporary { unsafe unlink(temporary) }
      throw error
    }
  }

  /// What a symbolic link leads to, so that it stays one; else the path.
  private static func target(of path: String) -> String {
    FileBytes.kind(of: path) == .symbolicLink ? FilePath.resolved(path) ?? path : path
  }

  private static func isRegularOrMissing(_ path: String) -> Bool {
    unsafe FileBytes.kind(of: path) == .file || access(path, F_OK) != 0
  }
}
