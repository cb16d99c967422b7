internal import Diagnostics

/// The lines of the files that diagnostics are about, the last file kept.
struct SourceLines {
  private var path = ""
  private var lines: [ArraySlice<UInt8>] = []

  /// A line of a file, counted from 1; nil where there is none or the file cannot be read again.
  mutating func line(_ number: Int, of path: String) -> [UInt8]? {
    if path != self.path {
      self.path = path
      let bytes = try? FileBytes.read(path)
      lines = bytes?.split(separator: 0x0A, omittingEmptySubsequences: false) ?? []
    }
    guard lines.indices.contains(number - 1) else { return nil }
    let line = lines[number - 1]
    return Array(line.last == 0x0D ? line.dropLast() : line)
  }
}
