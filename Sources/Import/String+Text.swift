internal import Markup

extension String {
  /// The text without Unicode white space at either end.
  var trimmed: String {
    var folder = Substring(self).unicodeScalars
    while let first = folder.first, first.properties.isWhitespace || first == "\u{FEFF}" {
      folder.removeFirst()
    }
    while let last = folder.last, last.properties.isWhitespace { folder.removeLast() }
    return String(folder)
  }

  /// The text with each run of white space folded to one blank, none at either end.
  var folded: String {
    var folder = WhitespaceFolder()
    folder.append(self)
    return String(decoding: folder.bytes, as: UTF8.self)
  }

  /// The text as lists of words are compared: folded, in small letters, plain apostrophes, without
  /// punctuation at its end.
  var wordKey: String {
    var key = folded.lowercased().replacing("\u{2019}", with: "'")
    while let last = key.last, ".:!…。：！ ".contains(last) { key.removeLast() }
    return key
  }

  /// The text up to a limit of characters, cut at a blank, with an ellipsis where it was cut.
  func shortened(to limit: Int) -> String {
    guard count > limit else { return self }
    let head = prefix(limit)
    let cut = head.lastIndex(of: " ") ?? head.endIndex
    return String(head[..<cut]) + "…"
  }

  /// The first sentence, or all where none ends.
  var firstSentence: String {
    var index = startIndex
    while index < endIndex {
      let next = self.index(after: index)
      if "。？！".contains(self[index]) { return String(self[..<next]) }
      if ".?!".contains(self[index]), next < endIndex, self[next] == " " {
        let after = self[self.index(after: next)...]
        let begins = after.first.map { !$0.isLowercase } ?? true
        let word = self[..<index].split(separator: " ").last ?? ""
        if begins, word.count > 3 { return String(self[..<next]) }
      }
      index = next
    }
    return self
  }

  /// Whether the text ends as a sentence does.
  var endsSentence: Bool {
    var rest = self[...]
    while let last = rest.last, "\"'”’)»] ".contains(last) { rest = rest.dropLast() }
    return rest.last.map { ".!?;。！？；؟।".contains($0) } ?? false
  }
}
