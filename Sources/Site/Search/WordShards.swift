internal import Catalogue
internal import Index

/// The words and terms of a locale in shards by their order: what terms a word has, and where a term
/// stands.
///
/// A shard is three texts: the words, each as how many letters of the one before it begins with and
/// the rest; their terms; their postings or where these lie.
struct WordShards {
  private let locale: LocaleTag
  private(set) var scripts: [SearchScript] = []
  /// What the first word of each shard begins with: more than any word before.
  private(set) var firstWords: [String] = []
  private(set) var blocks: PostingBlocks

  private var keys: [UInt8] = []
  private var forms: [UInt8] = []
  private var postings = NumberText()
  private var last: [UInt16] = []
  private var lastOfShard: [UInt16] = []
  private var lastBlock = 0

  private static let bytesOfShard = 2400

  /// A word as it is looked up.
  struct Entry {
    /// Without accents, as UTF-16: the order of the browser's strings is that of these.
    var key: [UInt16]
    /// The terms of the word; none where it is its own term and in few rows.
    var terms: [(text: [UInt16], rows: Int)]
    /// Where the word stands as a term.
    var posting: PostingText?
  }

  init(_ locale: LocaleTag) {
    self.locale = locale
    blocks = PostingBlocks(locale)
  }

  /// Adds an entry; they come in order.
  mutating func add(_ entry: Entry) {
    let blank = UInt8(ascii: " ")
    if keys.isEmpty {
      // No more of it than tells it from the last word before.
      let shared = Self.shared(entry.key, lastOfShard)
      firstWords.append(
        String(decoding: entry.key.prefix(shared + 2), as: UTF16.self))
    } else {
      keys.append(blank)
      forms.append(blank)
    }
    let shared = Self.shared(entry.key, last)
    keys += NumberText.text(shared) + Self.utf8(entry.key[shared...])
    for (place, term) in entry.terms.enumerated() {
      if place > 0 { forms.append(UInt8(ascii: "!")) }
      let kept = Self.shared(term.text, entry.key)
      forms += NumberText.text(term.rows) + NumberText.text(entry.key.count - kept)
      forms += Self.utf8(term.text[kept...])
    }
    add(entry.posting)
    last = entry.key
    if keys.count + forms.count + postings.bytes.count >= Self.bytesOfShard { finishShard() }
  }

  /// Appends the head of a posting, which tells its form in two bits, and what follows it.
  private mutating func add(_ posting: PostingText?) {
    guard let posting else { return postings.append(0) }
    guard !posting.isShort else {
      postings.append(posting.rows << 2)
      for piece in posting.pieces { postings.append(piece.text) }
      return
    }
    let isCut = posting.summary != nil
    postings.append(posting.rows << 2 | (isCut ? 2 : 1))
    let block = blocks.add(posting)
    postings.append(block - lastBlock)
    lastBlock = block
    guard isCut else { return }
    postings.append(posting.pieces.count - 1)
    postings.append(
      NumberText.text(ascending: posting.pieces.dropFirst().map(\.start)))
  }

  /// Writes the last files.
  mutating func finish() {
    finishShard()
    blocks.finish()
  }

  private mutating func finishShard() {
    guard !keys.isEmpty else { return }
    scripts.append(SearchScript("w\(scripts.count)", of: locale, [keys, forms, postings.bytes]))
    lastOfShard = last
    (keys, forms, postings, last, lastBlock) = ([], [], NumberText(), [], 0)
  }

  /// How many units two texts begin with alike, never half of a surrogate pair.
  static func shared(_ one: [UInt16], _ other: [UInt16]) -> Int {
    var count = zip(one, other).prefix { $0 == $1 }.count
    if count > 0, UTF16.isLeadSurrogate(one[count - 1]) { count -= 1 }
    return count
  }

  static func utf8(_ text: ArraySlice<UInt16>) -> [UInt8] {
    if text.allSatisfy({ $0 < 0x80 }) { return text.map { UInt8(truncatingIfNeeded: $0) } }
    return Array(String(decoding: text, as: UTF16.self).utf8)
  }
}
