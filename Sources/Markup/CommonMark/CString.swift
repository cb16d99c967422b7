/// Bytes of the strings that C lends.
enum CString {
  /// A copy of a C string's bytes; none for a null pointer.
  static func bytes(_ pointer: UnsafePointer<CChar>?) -> [UInt8] {
    guard let pointer = unsafe pointer else { return [] }
    return unsafe pointer.withMemoryRebound(to: UInt8.self, capacity: 1) { bytes in
      var count = 0
      while unsafe bytes[count] != 0 { count += 1 }
      return unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
    }
  }
}
