internal import CXXHash
package import Diagnostics

/// 128 bits that stand for a value: two values with the same ones are taken to be the same.
///
/// XXH3 (https://github.com/Cyan4973/xxHash), the same on every machine. It is no seal: whoever wants two
/// pages to have one digest can make them so, and gets a page of his own that is not made anew.
package struct Digest: Sendable, Hashable {
  package let high: UInt64
  package let low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The digest of bytes.
  package init(of bytes: [UInt8]) {
    let hash = unsafe bytes.withUnsafeBytes { unsafe XXH3_128bits($0.baseAddress, $0.count) }
    self.init(high: hash.high64, low: hash.low64)
  }

  /// The digest of what is written.
  package init(_ body: (inout ByteWriter) throws -> Void) rethrows {
    var writer = ByteWriter(reserving: 256)
    try body(&writer)
    self.init(of: writer.bytes)
  }

  /// That of what is not there.
  package static let absent = Digest(high: 0, low: 0)
}

extension ByteWriter {
  package mutating func write(_ digest: Digest) {
    write(fixed: digest.high)
    write(fixed: digest.low)
  }

  package mutating func write(_ stamp: FileStamp) {
    write(number: stamp.size)
    write(number: stamp.modified)
    write(number: stamp.changed)
    write(fixed: stamp.inode)
  }
}

extension ByteReader {
  package mutating func digest() throws(CorruptBytes) -> Digest {
    Digest(high: try fixed(), low: try fixed())
  }

  package mutating func stamp() throws(CorruptBytes) -> FileStamp {
    FileStamp(
      size: try number(), modified: try number(), changed: try number(), inode: try fixed())
  }
}
