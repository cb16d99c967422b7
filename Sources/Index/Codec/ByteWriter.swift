/// Bytes that are appended to: numbers take as few as they need.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  init(reserving count: Int) { bytes.reserveCapacity(count) }

  mutating func write(byte: UInt8) { bytes.append(byte) }

  /// Seven bits a byte, the lowest first; the top bit says that more follow.
  mutating func write(count: Int) { write(bits: UInt64(bitPattern: Int64(count))) }

  /// A number of either sign: small ones of both are short.
  mutating func write(number: Int) {
    let value = Int64(number)
    write(bits: UInt64(bitPattern: (value << 1) ^ (value >> 63)))
  }

  mutating func write(_ text: String) {
    write(count: text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func write(_ raw: [UInt8]) {
    write(count: raw.count)
    bytes.append(contentsOf: raw)
  }

  /// Whether there is a value, then the value.
  mutating func write<Value>(
    optional value: Value?, _ body: (inout ByteWriter, Value) -> Void
  ) {
    write(byte: value == nil ? 0 : 1)
    if let value { body(&self, value) }
  }

  mutating func write(_ text: String?) { write(optional: text) { $0.write($1) } }

  /// How many values there are, then each.
  mutating func write<Value>(each values: [Value], _ body: (inout ByteWriter, Value) -> Void) {
    write(count: values.count)
    for value in values { body(&self, value) }
  }

  private mutating func write(bits: UInt64) {
    var rest = bits
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }
}
