/// Reads the data files: a record a line, its fields separated by one blank; `#` begins a comment.
enum DataLines {
  /// The records, each with so many fields; the last holds the rest of the line.
  static func fields(of bytes: [UInt8], count: Int) -> [[Substring]] {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.split(separator: "\n").compactMap { line in
      guard !line.hasPrefix("#") else { return nil }
      let fields = line.split(separator: " ", maxSplits: count - 1)
      return fields.count == count ? fields : nil
    }
  }
}
