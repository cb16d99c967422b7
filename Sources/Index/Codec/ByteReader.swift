/// What `ByteWriter` wrote, read back; bytes that cannot be its work throw and never trap.
struct ByteReader {
  private let bytes: [UInt8]
  private(set) var offset = 0

  /// Reads bytes from an offset on, which lies among them or at their end.
  init(_ bytes: [UInt8], from offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  /// How many bytes are left.
  var remaining: Int { bytes.count - offset }

  mutating func byte() throws(CorruptCatalogue) -> UInt8 {
    guard offset < bytes.count else { throw corrupt("the end") }
    defer { offset += 1 }
    return bytes[offset]
  }

  /// A number of things each of which takes at least one byte, so that no count makes room for
  /// more than the bytes can hold.
  mutating func count() throws(CorruptCatalogue) -> Int {
    let value = try bits()
    guard value <= UInt64(remaining) else { throw corrupt("a count of \(value)") }
    return Int(value)
  }

  /// A number from 0 to a limit.
  mutating func index(upTo limit: Int) throws(CorruptCatalogue) -> Int {
    let value = try bits()
    guard value <= UInt64(clamping: limit) else { throw corrupt("\(value) beyond \(limit)") }
    return Int(value)
  }

  /// A number of either sign.
  mutating func number() throws(CorruptCatalogue) -> Int {
    let value = try bits()
    return Int(Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
  }

  mutating func text() throws(CorruptCatalogue) -> String {
    let count = try count()
    defer { offset += count }
    return String(decoding: bytes[offset..<offset + count], as: UTF8.self)
  }

  mutating func raw() throws(CorruptCatalogue) -> [UInt8] {
    let count = try count()
    defer { offset += count }
    return Array(bytes[offset..<offset + count])
  }

  /// Passes over bytes that are counted, and says which they are.
  mutating func skip() throws(CorruptCatalogue) -> Range<Int> {
    let count = try count()
    defer { offset += count }
    return offset..<offset + count
  }

  mutating func bool() throws(CorruptCatalogue) -> Bool {
    switch try byte() {
    case 0: return false
    case 1: return true
    case let other: throw corrupt("a truth value of \(other)")
    }
  }

  mutating func optional<Value>(
    _ body: (inout ByteReader) throws(CorruptCatalogue) -> Value
  ) throws(CorruptCatalogue) -> Value? {
    try bool() ? try body(&self) : nil
  }

  mutating func optionalText() throws(CorruptCatalogue) -> String? {
    try bool() ? try text() : nil
  }

  mutating func each<Value>(
    _ body: (inout ByteReader) throws(CorruptCatalogue) -> Value
  ) throws(CorruptCatalogue) -> [Value] {
    let count = try count()
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try body(&self)) }
    return values
  }

  func corrupt(_ reason: String) -> CorruptCatalogue { CorruptCatalogue(reason, at: offset) }

  private mutating func bits() throws(CorruptCatalogue) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = try byte()
      // The tenth byte holds the one bit that is left of 64.
      guard shift < 63 || (shift == 63 && next <= 1) else { throw corrupt("a number too large") }
      value |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return value }
      shift += 7
    }
  }
}
