/// The lists of words that foreign articles are read by: `Data/words.txt`.
///
/// A line `[name]` begins a list, any other line is an entry of it; `#` begins a comment.
struct WordLists: Sendable {
  /// The lists that come along.
  static let shared = WordLists(PackageResources.words_txt)

  private var lists: [String: [String]] = [:]

  init(_ bytes: [UInt8]) {
    var name = ""
    for line in bytes.split(separator: 0x0A) {
      let line = String(decoding: line, as: UTF8.self).trimmed
      if line.isEmpty || line.hasPrefix("#") { continue }
      if line.hasPrefix("["), line.hasSuffix("]") {
        name = String(line.dropFirst().dropLast())
      } else {
        lists[name, default: []].append(line)
      }
    }
  }

  /// The entries of a list, in order.
  subscript(name: String) -> [String] { lists[name] ?? [] }

  /// The words of a list whose lines hold several.
  func words(_ name: String) -> [String] {
    self[name].flatMap { $0.split(separator: " ").map(String.init) }
  }
}
