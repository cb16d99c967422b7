internal import Catalogue
internal import Index

/// What events are called, in shards by the order of names: each name with the events that have it as
/// their ID and those that have it as their symbolic name.
struct EventNames {
  /// Each shard's names and events.
  private(set) var shards: [[UInt8]] = []
  /// The first name of each shard.
  private(set) var firstNames: [String] = []

  private static let bytesOfShard = 5000

  /// The names of events by their numbers, which count from 1.
  init(_ events: [EventKey], symbolicNames: [(name: String, event: EventKey)]) {
    var names: [String: (ids: [Int], symbols: [Int])] = [:]
    var numbers: [String: Int] = [:]
    for (place, event) in events.enumerated() {
      names[Self.folded(event.id.text), default: ([], [])].ids.append(place + 1)
      numbers[Self.folded("\(event)")] = place + 1
    }
    for (name, event) in symbolicNames {
      guard let number = numbers[Self.folded("\(event)")] else { continue }
      names[Self.folded(name), default: ([], [])].symbols.append(number)
    }
    var shard: [UInt8] = []
    func isBlank(_ name: String) -> Bool { name.utf8.contains { $0 <= 0x21 } }
    // A name with a blank in it cannot be typed as one word.
    for (name, events) in names.filter({ !isBlank($0.key) }).sorted(by: {
      Self.precedes($0.key, $1.key)
    }) {
      if shard.count >= Self.bytesOfShard {
        shards.append(shard)
        shard = []
      }
      if shard.isEmpty { firstNames.append(name) } else { shard.append(UInt8(ascii: " ")) }
      shard += Array(name.utf8) + [UInt8(ascii: "!")]
      shard += NumberText.text(ascending: events.ids.sorted())
      if !events.symbols.isEmpty {
        shard += [UInt8(ascii: "!")] + NumberText.text(ascending: events.symbols.sorted())
      }
    }
    if !shard.isEmpty { shards.append(shard) }
  }

  private static func precedes(_ one: String, _ other: String) -> Bool {
    one.utf16.lexicographicallyPrecedes(other.utf16)
  }

  /// The same for all spellings of ASCII letters.
  private static func folded(_ name: String) -> String {
    String(decoding: name.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
