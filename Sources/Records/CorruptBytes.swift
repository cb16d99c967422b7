/// Bytes that are not what `ByteWriter` and those who use it wrote.
package struct CorruptBytes: Error, Hashable, CustomStringConvertible {
  /// What was expected.
  package let reason: String
  /// How many bytes had been read.
  package let offset: Int

  package init(_ reason: String, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  package var description: String { "\(reason) at byte \(offset)" }
}
