internal import CMD
internal import Index

/// The number by which the systemd journal knows an event, 128 bits: the UUID of version 5 (RFC 9562)
/// of its address `errkb://SOURCE/ID` in the name space of URLs.
///
/// ```console
/// $ uuidgen --sha1 --namespace @url --name errkb://MSSQLSERVER/10061
/// ```
enum MessageNumber {
  /// The name space of URLs (RFC 9562, section 6.6).
  private static let nameSpace: [UInt8] = [
    0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8,
  ]

  /// The number in 32 hexadecimal digits.
  static func text(of event: EventKey) -> String {
    var bytes = Array(digest(of: nameSpace + EventAddress(event).text.utf8).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    return bytes.map { byte in
      let digits = String(byte, radix: 16)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// The SHA-1 of some bytes.
  private static func digest(of bytes: [UInt8]) -> [UInt8] {
    var context = SHA1_CTX()
    unsafe SHA1Init(&context)
    unsafe SHA1Update(&context, bytes, bytes.count)
    var digest = [UInt8](repeating: 0, count: Int(SHA1_DIGEST_LENGTH))
    unsafe SHA1Final(&digest, &context)
    return digest
  }
}
