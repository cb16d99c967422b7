package import Diagnostics
internal import Glibc

/// A log that is open for reading: a file, a pipe or a terminal.
@safe
package final class LogInput: Sendable {
  /// As errors name it.
  package let name: String
  package let descriptor: Int32
  private let isOurs: Bool

  /// Opens a file of any kind but a folder.
  package init(path: String) throws(FileError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .current(path: path) }
    name = path
    self.descriptor = descriptor
    isOurs = true
  }

  /// Standard input.
  package init() {
    name = "standard input"
    descriptor = STDIN_FILENO
    isOurs = false
  }

  deinit { if isOurs { close(descriptor) } }

  /// Appends up to so many bytes and returns how many there were; 0 at the end.
  ///
  /// Waits until there is at least one.
  package func read(upTo count: Int, into bytes: inout [UInt8]) throws(FileError) -> Int {
    while true {
      var got = 0
      bytes.append(addingCapacity: count) { output in
        unsafe output.withUnsafeMutableBufferPointer { buffer, initialized in
          guard let start = buffer.baseAddress else { return }
          unsafe got = Glibc.read(descriptor, start + initialized, count)
          initialized += max(0, got)
        }
      }
      if got >= 0 { return got }
      if errno != EINTR { throw .current(path: name) }
    }
  }
}
