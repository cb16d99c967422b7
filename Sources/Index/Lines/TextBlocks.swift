internal import Catalogue

/// Collects lines by scope and locale into blocks for the catalogue file.
///
/// No more than one block each waits in memory. A block is `text`, the lines of many owners one
/// after another, and `spans`: for each owner its number, the size of its lines and of their marks,
/// and the marks.
struct TextBlocks {
  /// What lines belong to.
  enum Owner: Hashable {
    /// A page by its number.
    case page(Int)
    /// A row of a message list by its number.
    case message(Int)

    /// As it is written: the lowest bit tells them apart.
    var code: Int {
      switch self {
      case .page(let number): number << 1
      case .message(let number): number << 1 | 1
      }
    }

    init(code: Int) { self = code & 1 == 0 ? .page(code >> 1) : .message(code >> 1) }
  }

  struct Key: Hashable {
    let scope: TextScope
    let locale: String
  }

  private struct Block {
    var text: [UInt8] = []
    var spans = ByteWriter(reserving: 0)

    mutating func append(_ lines: LineText, of owner: Owner) {
      text += lines.text
      spans.write(count: owner.code)
      spans.write(count: lines.text.count)
      spans.write(lines.marks.bytes)
    }
  }

  /// Blocks of this size lie in the cache of a processor while they are searched.
  private static let size = 256 << 10

  private var blocks: [Key: Block] = [:]

  /// Appends the lines of an owner; `write` takes each block that is full.
  mutating func append<Failure: Error>(
    _ lines: LineText, of owner: Owner, scope: TextScope, locale: LocaleTag,
    write: (Key, _ text: [UInt8], _ spans: [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    guard !lines.isEmpty else { return }
    let key = Key(scope: scope, locale: locale.text)
    blocks[key, default: Block()].append(lines, of: owner)
    guard let block = blocks[key], block.text.count >= Self.size else { return }
    blocks[key] = nil
    try write(key, block.text, block.spans.bytes)
  }

  /// Hands over what is left, in order.
  mutating func finish<Failure: Error>(
    write: (Key, _ text: [UInt8], _ spans: [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let keys = blocks.keys.sorted {
      ($0.scope.rawValue, $0.locale) < ($1.scope.rawValue, $1.locale)
    }
    for key in keys {
      guard let block = blocks[key] else { continue }
      try write(key, block.text, block.spans.bytes)
    }
    blocks = [:]
  }
}
