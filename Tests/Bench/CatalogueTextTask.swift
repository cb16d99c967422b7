import Glibc

/// `task-text LISTING FOLDER`: the text that `errkb grep` searches, as files, one for each
/// locale, in a new folder.
///
/// The listing is its own output for a pattern that finds every
/// line.
struct CatalogueTextTask {
  private let folder: String

  static func run(_ words: [String]) throws {
    guard mkdir(words[2], 0o700) == 0 else { throw BenchError("cannot make \(words[2])") }
    try CatalogueTextTask(folder: words[2]).split(words[1])
  }

  private func split(_ listing: String) throws(BenchError) {
    guard let stream = fopen(listing, "r") else { throw BenchError("cannot read \(listing)") }
    defer { fclose(stream) }

    var current: (name: String, text: [UInt8]) = ("", [])
    var line: UnsafeMutablePointer<CChar>?
    var room = 0
    defer { free(line) }
    while true {
      let count = getline(&line, &room, stream)
      guard count > 0, let bytes = line else { break }
      let buffer = UnsafeRawBufferPointer(start: bytes, count: count)
      // SOURCE_ID:locale:role:text
      let parts = buffer.split(
        separator: UInt8(ascii: ":"), maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4 else { throw BenchError("a line without a prefix in \(listing)") }
      let name = String(decoding: parts[1], as: UTF8.self)
      if name != current.name {
        try write(current)
        current = (name, [])
      }
      current.text += parts[3]
    }
    try write(current)
  }

  private func write(_ file: (name: String, text: [UInt8])) throws(BenchError) {
    guard !file.name.isEmpty else { return }
    let stream = fopen("\(folder)/\(file.name)", "a")
    guard let stream, fwrite(file.text, 1, file.text.count, stream) == file.text.count,
      fclose(stream) == 0
    else { throw BenchError("cannot write to \(folder)") }
  }
}
