internal import Glibc

/// The arguments of the process as bytes.
enum ProgramArguments {
  /// Whether an argument came as it stands: bytes that are not UTF-8 were repaired with U+FFFD
  /// before they became a string.
  static func isValid(_ argument: String) -> Bool {
    guard argument.unicodeScalars.contains("\u{FFFD}") else { return true }
    for index in 0..<Int(CommandLine.argc) {
      guard let start = unsafe CommandLine.unsafeArgv[index] else { continue }
      let bytes = unsafe UnsafeRawBufferPointer(start: start, count: strlen(start))
      guard unsafe String(validating: bytes, as: UTF8.self) == nil else { continue }
      return false
    }
    return true
  }
}
