internal import Catalogue
internal import Records

/// Collects lines by scope and locale into blocks for the catalogue file.
///
/// No more than one block each waits in memory. A block is `text`, the lines of many owners one
/// after another, and `spans`: for each owner its number, whose lowest bit tells messages from pages,
/// the size of its lines, the marks of the lines, and of a message its source, empty if it is that of
/// the message before, and its ID. `OwnerLines` reads them back.
struct TextBlocks {
  /// What lines belong to.
  enum Owner {
    /// A page by its number; what event it is about is settled later.
    case page(Int)
    /// A row of a message list by its number, and its event.
    case message(Int, EventKey)
  }

  struct Key: Hashable {
    let scope: TextScope
    let locale: String
  }

  private struct Block {
    var text: [UInt8] = []
    var spans = ByteWriter(reserving: 0)
    private var source = ""

    mutating func append(_ lines: LineText, of owner: Owner) {
      text += lines.text
      let code =
        switch owner {
        case .page(let number): number << 1
        case .message(let number, _): number << 1 | 1
        }
      spans.write(count: code)
      spans.write(count: lines.text.count)
      spans.write(lines.marks.bytes)
      guard case .message(_, let event) = owner else { return }
      spans.write(event.source == source ? "" : event.source)
      spans.write(event.id.text)
      source = event.source
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
