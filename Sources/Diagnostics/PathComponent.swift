/// Names from pages as parts of paths.
package enum PathComponent {
  /// A name as one part of a path, in small ASCII letters: what could mean something else in a path
  /// or an address is written as `~` and its hexadecimal bytes.
  ///
  /// What is too long for a file system is cut off and told apart by a hash.
  package static func of(_ name: String) -> String {
    if let plain = plain(name) { return plain }
    var text: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): text.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        text.append(byte)
      // Not first, so that no part is hidden or leads up.
      case UInt8(ascii: ".") where !text.isEmpty: text.append(byte)
      default:
        text.append(UInt8(ascii: "~"))
        for digit in [byte >> 4, byte & 0xF] {
          text.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
      }
    }
    guard text.count <= longest else {
      let end = longest - 2 * MemoryLayout<UInt64>.size - 2
      return String(decoding: text[..<end], as: UTF8.self) + "~~" + hash(of: text)
    }
    return text.isEmpty ? "~" : String(decoding: text, as: UTF8.self)
  }

  /// A name of nothing but letters of ASCII, digits, `-` and `_`, as most are, in small letters.
  private static func plain(_ name: String) -> String? {
    let bytes = name.utf8
    guard 1...longest ~= bytes.count else { return nil }
    var isSmall = true
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        break
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): isSmall = false
      default: return nil
      }
    }
    if isSmall { return name }
    return unsafe String(unsafeUninitializedCapacity: bytes.count) { buffer in
      var count = 0
      for byte in bytes {
        let isLarge = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
        unsafe buffer[count] = isLarge ? byte | 0x20 : byte
        count += 1
      }
      return count
    }
  }

  /// In bytes; file systems take 255, and an ending follows.
  private static let longest = 200

  /// The FNV-1a hash of bytes in sixteen digits.
  package static func hash(of bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 2 * MemoryLayout<UInt64>.size - digits.utf8.count) + digits
  }
}
