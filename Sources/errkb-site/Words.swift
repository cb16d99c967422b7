internal import Glibc
internal import Processes

/// What the program has to say, as one with `errkb`, which started it.
enum Words {
  /// Writes a line to standard error.
  static func say(_ text: String) {
    Descriptor.write(Array("errkb: \(text)\n".utf8), to: STDERR_FILENO)
  }
}
