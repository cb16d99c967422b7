/// What `ByteWriter` wrote, read back; bytes that cannot be its work throw and never trap.
package struct ByteReader {
  private let bytes: [UInt8]
  package private(set) var offset = 0

  /// Reads bytes from an offset on, which lies among them or at their end.
  package init(_ bytes: [UInt8], from offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  /// How many bytes are left.
  package var remaining: Int { bytes.count - offset }

  package mutating func byte() throws(CorruptBytes) -> UInt8 {
    guard offset < bytes.count else { throw corrupt("the end") }
    defer { offset += 1 }
    return bytes[offset]
  }

  /// A number of things each of which takes at least one byte, so that no count makes room for
  /// more than the bytes can hold.
  package mutating func count() throws(CorruptBytes) -> Int {
    let value = try bits()
    guard value <= UInt64(remaining) else { throw corrupt("a count of \(value)") }
    return Int(value)
  }

  /// A number from 0 to a limit.
  package mutating func index(upTo limit: Int) throws(CorruptBytes) -> Int {
    let value = try bits()
    guard value <= UInt64(clamping: limit) else { throw corrupt("\(value) beyond \(limit)") }
    return Int(value)
  }

  /// A number of either sign.
  package mutating func number() throws(CorruptBytes) -> Int {
    let value = try bits()
    return Int(Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
  }

  /// Eight bytes, the lowest first.
  package mutating func fixed() throws(CorruptBytes) -> UInt64 {
    guard remaining >= 8 else { throw corrupt("the end") }
    var value: UInt64 = 0
    for place in 0..<8 { value |= UInt64(bytes[offset + place]) << UInt64(8 * place) }
    offset += 8
    return value
  }

  package mutating func text() throws(CorruptBytes) -> String {
    let count = try count()
    defer { offset += count }
    return String(decoding: bytes[offset..<offset + count], as: UTF8.self)
  }

  package mutating func raw() throws(CorruptBytes) -> [UInt8] {
    let count = try count()
    defer { offset += count }
    return Array(bytes[offset..<offset + count])
  }

  /// Passes over bytes that are counted, and says which they are.
  package mutating func skip() throws(CorruptBytes) -> Range<Int> {
    let count = try count()
    defer { offset += count }
    return offset..<offset + count
  }

  package mutating func bool() throws(CorruptBytes) -> Bool {
    switch try byte() {
    case 0: return false
    case 1: return true
    case let other: throw corrupt("a truth value of \(other)")
    }
  }

  package mutating func optional<Value>(
    _ body: (inout ByteReader) throws(CorruptBytes) -> Value
  ) throws(CorruptBytes) -> Value? {
    try bool() ? try body(&self) : nil
  }

  package mutating func optionalText() throws(CorruptBytes) -> String? {
    try bool() ? try text() : nil
  }

  package mutating func each<Value>(
    _ body: (inout ByteReader) throws(CorruptBytes) -> Value
  ) throws(CorruptBytes) -> [Value] {
    let count = try count()
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try body(&self)) }
    return values
  }

  package func corrupt(_ reason: String) -> CorruptBytes { CorruptBytes(reason, at: offset) }

  private mutating func bits() throws(CorruptBytes) -> UInt64 {
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
