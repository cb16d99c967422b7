internal import Glibc

/// Bytes of the strings that C lends.
enum CString {
  /// A copy of a C string's bytes; none for a null pointer.
  static func bytes(_ pointer: UnsafePointer<CChar>?) -> [UInt8] {
    guard let pointer = unsafe pointer else { return [] }
    let count = unsafe strlen(pointer)
    return unsafe pointer.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
      unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
    }
  }

  /// Hands over a C string's bytes, which are there only as long as the call; none for a null
  /// pointer.
  static func withBytes(_ pointer: UnsafePointer<CChar>?, _ body: (Span<UInt8>) -> Void) {
    guard let pointer = unsafe pointer else {
      let nothing: [UInt8] = []
      return body(nothing.span)
    }
    let count = unsafe strlen(pointer)
    unsafe pointer.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
      let buffer = unsafe UnsafeBufferPointer(start: bytes, count: count)
      unsafe body(buffer.span)
    }
  }
}
