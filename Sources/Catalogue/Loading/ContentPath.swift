/// Paths of pages relative to their content folder, and what links make of them.
package enum ContentPath {
  /// The files that a target may mean, or nil where it leads outside: `~/` and `/` stand for any
  /// folder above, the nearest first, since where the documentation set begins is not written down.
  package static func candidates(for target: String, from relative: String) -> [String]? {
    if let beside = beside(relative, target) { return [beside] }
    let folder = relative.split(separator: "/").dropLast().map(String.init)
    let decoded = percentDecoded(target).split(
      separator: "/", omittingEmptySubsequences: false
    )
    .map(String.init)
    if decoded.first == "~" || decoded.first == "" {
      return (0...folder.count).reversed().compactMap { count in
        joined(Array(folder.prefix(count)), decoded.dropFirst())
      }
    }
    return joined(folder, decoded[...]).map { [$0] }
  }

  /// The file that a name alone means, in the folder of another file; nil where there is more to it.
  private static func beside(_ relative: String, _ target: String) -> String? {
    let isName = !target.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "%") }
    guard isName, !["", ".", "..", "~"].contains(target) else { return nil }
    var isFolded = true
    var last: UInt8 = UInt8(ascii: "/")
    for byte in relative.utf8 {
      if byte == UInt8(ascii: "/"), last == byte { isFolded = false }
      last = byte
    }
    guard isFolded, last != UInt8(ascii: "/") else { return nil }
    guard let slash = relative.utf8.lastIndex(of: UInt8(ascii: "/")) else { return target }
    return String(relative[...slash]) + target
  }

  /// A folder and a relative path made one path without `.` and `..`; nil where it leaves the root.
  static func joined(_ folder: [String], _ parts: ArraySlice<String>) -> String? {
    var path = folder
    for part in parts {
      switch part {
      case "", ".": continue
      case "..":
        guard path.popLast() != nil else { return nil }
      default: path.append(part)
      }
    }
    return path.joined(separator: "/")
  }

  /// A text with its percent notation read; a percent sign that begins none stands for itself.
  package static func percentDecoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"),
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
        rest.count >= 2
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
