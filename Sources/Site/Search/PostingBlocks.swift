internal import Catalogue

/// The blocks of postings that are too long for the shards of their words, one after another in files
/// of about the same size.
struct PostingBlocks {
  private let locale: LocaleTag
  private(set) var scripts: [SearchScript] = []
  /// For each file the number of its first block as what it is more than that of the file before, and
  /// its size in so many bytes.
  private(set) var directory = NumberText()
  private var blocks: [[UInt8]] = []
  private var size = 0
  private var count = 0
  /// The first blocks of the file that is being filled, and of the one before.
  private var first = 0
  private var last = 0

  private static let bytesOfUnit = 256
  private static let bytesOfFile = 3600

  init(_ locale: LocaleTag) { self.locale = locale }

  /// Adds the blocks of a posting, its summary last, and returns the number of the first.
  mutating func add(_ posting: PostingText) -> Int {
    let first = count
    for piece in posting.pieces { add(piece.text) }
    if let summary = posting.summary { add(summary) }
    return first
  }

  private mutating func add(_ block: [UInt8]) {
    // Not two long ones in one file: whoever needs one of them would load both.
    if !blocks.isEmpty, size + block.count > Self.bytesOfFile { finish() }
    if blocks.isEmpty { first = count }
    blocks.append(block)
    size += block.count
    count += 1
  }

  /// Writes the last file.
  mutating func finish() {
    guard !blocks.isEmpty else { return }
    let script = SearchScript("p\(scripts.count)", of: locale, blocks)
    scripts.append(script)
    directory.append(first - last)
    directory.append(script.bytes.count / Self.bytesOfUnit)
    last = first
    blocks = []
    size = 0
  }
}
