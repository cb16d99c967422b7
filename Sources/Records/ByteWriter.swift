/// Bytes that are appended to: numbers take as few as they need.
package struct ByteWriter {
  package private(set) var bytes: [UInt8] = []

  package init(reserving count: Int) { bytes.reserveCapacity(count) }

  package mutating func write(byte: UInt8) { bytes.append(byte) }

  /// Seven bits a byte, the lowest first; the top bit says that more follow.
  package mutating func write(count: Int) { write(bits: UInt64(bitPattern: Int64(count))) }

  /// A number of either sign: small ones of both are short.
  package mutating func write(number: Int) {
    let value = Int64(number)
    write(bits: UInt64(bitPattern: (value << 1) ^ (value >> 63)))
  }

  /// Eight bytes, the lowest first.
  package mutating func write(fixed value: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  /// Puts eight bytes in the place of eight that were written.
  package mutating func replace(fixed value: UInt64, at offset: Int) {
    for place in 0..<8 { bytes[offset + place] = UInt8(truncatingIfNeeded: value >> (8 * place)) }
  }

  package mutating func write(_ text: String) {
    write(count: text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  package mutating func write(_ raw: [UInt8]) {
    write(count: raw.count)
    bytes.append(contentsOf: raw)
  }

  /// Appends what another writer has written.
  package mutating func append(_ written: ArraySlice<UInt8>) { bytes.append(contentsOf: written) }

  /// Whether there is a value, then the value.
  package mutating func write<Value>(
    optional value: Value?, _ body: (inout ByteWriter, Value) -> Void
  ) {
    write(byte: value == nil ? 0 : 1)
    if let value { body(&self, value) }
  }

  package mutating func write(_ text: String?) { write(optional: text) { $0.write($1) } }

  /// How many values there are, then each.
  package mutating func write<Value>(
    each values: [Value], _ body: (inout ByteWriter, Value) -> Void
  ) {
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
