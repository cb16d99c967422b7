import Glibc

/// Small files as text.
enum TextFile {
  /// What a file holds, empty where it cannot be read; files of `/proc` do not tell their size.
  static func read(_ path: String) -> String {
    guard let stream = fopen(path, "r") else { return "" }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, stream)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }

  /// Puts text behind what a file holds.
  static func append(_ text: String, to path: String) throws(BenchError) {
    let bytes = Array(text.utf8)
    guard let stream = fopen(path, "a"), fwrite(bytes, 1, bytes.count, stream) == bytes.count,
      fclose(stream) == 0
    else { throw BenchError("cannot write to \(path)") }
  }
}
