internal import Markup

/// What was typed, taken apart: words, "quoted phrases", -without and prefix*.
///
/// Every text is a query; what has no meaning in it counts for nothing.
package struct SearchQuery: Sendable, Hashable {
  /// One thing to look for.
  package struct Item: Sendable, Hashable {
    /// As typed, without the signs that give it its meaning.
    package var text: String
    /// Whether its words must stand in a row and stay together.
    package var isPhrase = false
    /// Whether it must not be there.
    package var isExcluded = false
    /// Whether its last word is only the beginning of one.
    package var isPrefix = false

    package init(
      _ text: String, isPhrase: Bool = false, isExcluded: Bool = false, isPrefix: Bool = false
    ) {
      self.text = text
      self.isPhrase = isPhrase
      self.isExcluded = isExcluded
      self.isPrefix = isPrefix
    }
  }

  package private(set) var items: [Item] = []

  /// What comes after so many different items is not looked for: a page that was pasted is no query,
  /// but its beginning may well be one.
  package static let mostItems = 24
  /// Bytes of an item that are looked at.
  private static let longestItem = 256

  /// Reads a query.
  package init(_ text: String) {
    var reader = Reader(text)
    while items.count < Self.mostItems, let item = reader.next() {
      if !items.contains(item) { items.append(item) }
    }
  }

  /// Makes an item one that is looked for.
  mutating func include(_ index: Int) {
    items[index].text = "-" + items[index].text
    items[index].isExcluded = false
  }

  /// Whether there is anything to look for.
  var hasWords: Bool {
    items.contains { item in
      var analysis = TextAnalysis(stemmer: nil)
      analysis.read(item.text)
      return !item.isExcluded && analysis.count > 0
    }
  }

  /// The items read from a text one by one.
  private struct Reader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    mutating func next() -> Item? {
      skipBlanks()
      guard position < bytes.count else { return nil }
      var item = Item("")
      if bytes[position] == UInt8(ascii: "-"), position + 1 < bytes.count,
        blank(at: position + 1) == 0
      {
        item.isExcluded = true
        position += 1
      }
      if bytes[position] == UInt8(ascii: "\"") {
        item.isPhrase = true
        position += 1
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") { position += 1 }
        item.text = text(start..<position)
        if position < bytes.count { position += 1 }
      } else {
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\""),
          blank(at: position) == 0
        {
          position += 1
        }
        item.text = text(start..<position)
      }
      if item.isPhrase, position < bytes.count, bytes[position] == UInt8(ascii: "*") {
        item.isPrefix = true
        position += 1
      } else if item.text.utf8.last == UInt8(ascii: "*") {
        item.isPrefix = true
        item.text.removeLast()
      }
      return item
    }

    private mutating func skipBlanks() {
      while position < bytes.count {
        let length = blank(at: position)
        if length == 0 { return }
        position += length
      }
    }

    private func blank(at position: Int) -> Int {
      WhitespaceFolder.whitespace(in: bytes, at: position)
    }

    private func text(_ range: Range<Int>) -> String {
      String(decoding: bytes[range].prefix(longestItem), as: UTF8.self)
    }
  }
}
