internal import Diagnostics
internal import Glibc

/// Collects what is written and passes it on in large pieces.
struct BufferedOutput {
  private let output: Output
  private var bytes: [UInt8] = []

  private static let size = 1 << 16

  init(_ output: Output) {
    self.output = output
    bytes.reserveCapacity(Self.size * 2)
  }

  mutating func write(_ more: [UInt8]) {
    bytes.append(contentsOf: more)
    if bytes.count >= Self.size { flush() }
  }

  /// Writes what a function appends.
  mutating func append(_ body: (inout [UInt8]) -> Void) {
    body(&bytes)
    if bytes.count >= Self.size { flush() }
  }

  /// Passes on what is left. Called at the end.
  mutating func flush() {
    output.write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}

/// A file that is written aside and put in its place when it is complete.
final class FileOutput {
  let output: Output
  private let path: String
  private let temporary: String
  private var isFinished = false

  init(path: String) throws(FileError) {
    self.path = path
    temporary = "\(path).\(getpid()).tmp"
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .current(path: path) }
    output = Output(descriptor: descriptor)
  }

  deinit {
    guard !isFinished else { return }
    close(output.descriptor)
    unsafe unlink(temporary)
  }

  /// Puts the file in its place.
  func finish() throws(FileError) {
    guard close(output.descriptor) == 0 else { throw .current(path: path) }
    isFinished = true
    guard unsafe rename(temporary, path) == 0 else {
      let error = FileError.current(path: path)
      unsafe unlink(temporary)
      throw error
    }
  }
}
