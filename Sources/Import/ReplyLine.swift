/// The line that says who replies: `Dmitri says:`.
enum ReplyLine {
  /// Longer texts are no names.
  private static let nameLimit = 60

  private static let verbs: [String] = WordLists.shared["says"].sorted { $0.count > $1.count }
  private static let verbBytes = verbs.map { Array($0.utf8) }

  /// The name in a line that ends in a word for saying and a colon; what stands behind the word,
  /// a date, does not matter.
  static func author(in line: String) -> String? {
    // Most lines of a text are told to be none by their bytes.
    guard line.utf8.count <= 800, hasSign(line.utf8), line.count <= 200 else { return nil }
    let lowered = line.lowercased()
    let bytes = Array(lowered.utf8)
    for verb in verbBytes {
      var start = 0
      while let place = bytes.firstPlace(of: verb, from: start) {
        start = place + verb.count
        guard place == 0 || bytes[place - 1] == 0x20 || verb[0] >= 0xE3 else { continue }
        let end = String(decoding: bytes[start...], as: UTF8.self)
        let ends = end[...].trimmedStart
        let isEnd = ends.hasPrefix(":") || ends.hasPrefix("：")
        let isDated = end.hasPrefix(" on ") && (lowered.hasSuffix(":") || lowered.count < 80)
        guard isEnd || isDated,
          isEnd ? ends.dropFirst().allSatisfy(\.isWhitespace) || ends.count < 40 : true
        else { continue }
        // Small letters may be longer or shorter than their capitals.
        guard lowered.count == line.count else { return nil }
        let before = String(decoding: bytes[..<place], as: UTF8.self)
        return name(in: String(line.prefix(before.count)))
      }
    }
    return nil
  }

  /// Whether a line has a colon, or ` on ` before a date.
  private static func hasSign(_ line: String.UTF8View) -> Bool {
    line.contains(UInt8(ascii: ":")) || Array(line).firstPlace(of: Array("：".utf8), from: 0) != nil
      || Array(line).firstPlace(of: Array(" on ".utf8), from: 0) != nil
  }

  /// A name without what pages put around it; nil where the text is no name.
  static func name(in text: String) -> String? {
    var name = text.folded
    for prefix in ["by ", "By ", "Posted by ", "posted by ", "von ", "par ", "por "]
    where name.hasPrefix(prefix) {
      name = String(name.dropFirst(prefix.count))
    }
    for verb in verbs {
      for end in [" \(verb):", " \(verb) :", " \(verb)"] where name.lowercased().hasSuffix(end) {
        name = String(name.dropLast(end.count))
      }
    }
    while let last = name.last, ":,·|•-– ".contains(last) { name.removeLast() }
    guard !name.isEmpty, name.count <= nameLimit,
      name.contains(where: { $0.isLetter || $0.isNumber }), !name.hasSuffix("?")
    else { return nil }
    return name
  }
}

extension Substring {
  /// The text without white space at its beginning.
  var trimmedStart: Substring { drop(while: \.isWhitespace) }
}

extension [UInt8] {
  /// Where a run of bytes begins that is not before `start`; nil where there is none.
  fileprivate func firstPlace(of part: [UInt8], from start: Int) -> Int? {
    guard let first = part.first, count - part.count >= start else { return nil }
    return (start...count - part.count).first {
      self[$0] == first && self[$0..<$0 + part.count].elementsEqual(part)
    }
  }
}
