/// Whether a file is HTML, and the encoding that it says it is in.
enum FileForm {
  private static let endings = [".html", ".htm", ".xhtml", ".shtml"]

  /// Tells HTML by the file's name, else by what it begins with.
  static func isHTML(_ raw: [UInt8], fileName: String) -> Bool {
    let name = fileName.lowercased()
    if endings.contains(where: { name.hasSuffix($0) }) { return true }
    if name.hasSuffix(".txt") { return false }
    // Zeros in every other place are UTF-16's.
    let head = String(decoding: raw.prefix(2048).filter { $0 != 0 && $0 < 0x80 }, as: UTF8.self)
      .lowercased()
    let start = head.drop { $0.isWhitespace }
    if ["<!doctype", "<html", "<head", "<body", "<!-- saved from"].contains(where: {
      start.hasPrefix($0)
    }) {
      return true
    }
    let marks = [
      "<html", "<body", "</p>", "</div>", "</h1>", "</h2>", "<br>", "<br/>", "<br />", "</table>",
    ]
    return start.hasPrefix("<") && marks.contains { head.contains($0) }
  }

  /// The label of the encoding in `<meta charset>`, `http-equiv` or the XML declaration.
  static func declaredEncoding(_ raw: [UInt8]) -> String? {
    let head = String(decoding: raw.prefix(8192).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
      .lowercased()
    for mark in ["charset", "encoding"] {
      var rest = head[...]
      while let range = rest.firstRange(of: mark) {
        rest = rest[range.upperBound...]
        let value = rest.trimmedStart
        guard value.first == "=" else { continue }
        let label = value.dropFirst().drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
          .prefix { $0.isLetter || $0.isNumber || "-_:.".contains($0) }
        if !label.isEmpty { return String(label) }
      }
    }
    return nil
  }
}
