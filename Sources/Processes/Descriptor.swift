internal import Glibc

/// Writing to a descriptor as a whole.
package enum Descriptor {
  /// Writes until all is written; false where no more is taken, as from a reader that has gone.
  @discardableResult
  package static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
      }
      if count >= 0 {
        start += count
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }
}
