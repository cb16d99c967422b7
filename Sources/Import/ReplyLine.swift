/// The line that says who replies: `Dmitri says:`.
enum ReplyLine {
  /// Longer texts are no names.
  private static let nameLimit = 60

  private static let verbs: [String] = WordLists.shared["says"].sorted { $0.count > $1.count }

  /// The name in a line that ends in a word for saying and a colon; what stands behind the word,
  /// a date, does not matter.
  static func author(in line: String) -> String? {
    guard line.count <= 200 else { return nil }
    let lowered = line.lowercased()
    for verb in verbs {
      var start = lowered.startIndex
      while let range = lowered[start...].firstRange(of: verb) {
        start = range.upperBound
        let before = lowered[..<range.lowerBound]
        let after = lowered[range.upperBound...]
        let isWord = before.last == " " || verb.unicodeScalars.contains { $0.value > 0x2E80 }
        let ends = after.trimmedStart
        let isEnd = ends.hasPrefix(":") || ends.hasPrefix("：")
        let isDated = after.hasPrefix(" on ") && (lowered.hasSuffix(":") || lowered.count < 80)
        guard isWord, isEnd || isDated,
          isEnd ? ends.dropFirst().allSatisfy(\.isWhitespace) || ends.count < 40 : true
        else { continue }
        // Small letters may be longer or shorter than their capitals.
        guard lowered.count == line.count else { return nil }
        return name(in: String(line.prefix(before.count)))
      }
    }
    return nil
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
