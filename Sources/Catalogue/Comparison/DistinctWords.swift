internal import Diagnostics

/// Finds the words by which texts differ.
enum DistinctWords {
  /// For each text the words that none of the others has, as ranges of its bytes.
  ///
  /// Neighbours that only blanks part are one range. Nothing in a text that has none beside it.
  static func ranges(in texts: [[UInt8]]) -> [[Range<Int>]] {
    let words = texts.map { Self.words(of: $0) }
    return words.indices.map { index in
      let others = Set(
        words.enumerated().filter { $0.offset != index }.flatMap { $0.element.map(\.word) })
      guard !others.isEmpty else { return [] }
      var ranges: [Range<Int>] = []
      for (word, range) in words[index] where !others.contains(word) {
        if let last = ranges.last,
          texts[index][last.upperBound..<range.lowerBound].allSatisfy({ $0 == 0x20 })
        {
          ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
        } else {
          ranges.append(range)
        }
      }
      return ranges
    }
  }

  /// Runs of letters and digits in small letters; a wide character is a word of its own.
  static func words(of text: [UInt8]) -> [(word: String, range: Range<Int>)] {
    var words: [(String, Range<Int>)] = []
    var open: Range<Int>?
    func close() {
      if let range = open {
        words.append((String(decoding: text[range], as: UTF8.self).lowercased(), range))
      }
      open = nil
    }
    var offset = 0
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let range = offset..<offset + UTF8.width(scalar)
      offset = range.upperBound
      let properties = scalar.properties
      guard properties.isAlphabetic || properties.numericType != nil else {
        close()
        continue
      }
      let isWide = DisplayWidth.columns(of: scalar.value) == 2
      if isWide { close() }
      open = (open?.lowerBound ?? range.lowerBound)..<range.upperBound
      if isWide { close() }
    }
    close()
    return words
  }
}
