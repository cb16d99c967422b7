/// What libyaml makes of single characters.
enum YAMLBytes {
  /// The length of the UTF-8 sequence that a byte begins.
  static func length(ofCharacterFrom byte: UInt8) -> Int {
    if byte < 0xC0 { return 1 }
    if byte < 0xE0 { return 2 }
    return byte < 0xF0 ? 3 : 4
  }

  /// The length of the line break at an offset, or 0; libyaml knows those of YAML 1.1.
  static func lineBreak(in bytes: [UInt8], at offset: Int, end: Int) -> Int {
    switch bytes[offset] {
    case 0x0A: 1
    case 0x0D: offset + 1 < end && bytes[offset + 1] == 0x0A ? 2 : 1
    case 0xC2: offset + 1 < end && bytes[offset + 1] == 0x85 ? 2 : 0
    case 0xE2:
      offset + 2 < end && bytes[offset + 1] == 0x80 && bytes[offset + 2] & 0xFE == 0xA8 ? 3 : 0
    default: 0
    }
  }

  /// Whether the character at an offset is a plain matter: it can be printed, is no line break, no
  /// tab and no byte-order mark. The rest is for libyaml to judge.
  static func isOrdinary(in bytes: [UInt8], at offset: Int, end: Int) -> Bool {
    let byte = bytes[offset]
    if byte < 0x7F { return byte >= 0x20 }
    if byte == 0xC2 { return offset + 1 < end && bytes[offset + 1] >= 0xA0 }
    if byte == 0xE2 { return lineBreak(in: bytes, at: offset, end: end) == 0 }
    if byte == 0xEF, offset + 2 < end {
      let last = (bytes[offset + 1], bytes[offset + 2])
      return last != (0xBB, 0xBF) && last != (0xBF, 0xBE) && last != (0xBF, 0xBF)
    }
    return byte != 0x7F
  }

  /// Whether libyaml refuses the character at an offset outright, whatever stands around it.
  static func isForbidden(in bytes: [UInt8], at offset: Int, end: Int) -> Bool {
    let byte = bytes[offset]
    if byte < 0x20 { return byte != 0x09 && byte != 0x0A && byte != 0x0D }
    if byte == 0xC2, offset + 1 < end {
      return bytes[offset + 1] < 0xA0 && bytes[offset + 1] != 0x85
    }
    if byte == 0xEF, offset + 2 < end {
      return bytes[offset + 1] == 0xBF && bytes[offset + 2] >= 0xBE
    }
    return byte == 0x7F
  }
}
