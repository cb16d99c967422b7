internal import Markup

extension LinkTarget {
  /// Whether a target may be shown as a picture: no mail address, no place within a page.
  static func isPicture(_ target: some Collection<UInt8>) -> Bool {
    switch LinkTarget(target) {
    case .external: true
    case .refused: false
    case .plain:
      target.first != UInt8(ascii: "#") && !target.isEmpty
        && !String(decoding: target, as: UTF8.self).lowercased().hasPrefix("mailto:")
    }
  }

  /// Appends a target as an attribute's value: blanks and controls in percent notation.
  static func append(_ target: some BidirectionalCollection<UInt8>, to output: inout [UInt8]) {
    var target = target[...]
    while let first = target.first, first <= 0x20 { target.removeFirst() }
    while let last = target.last, last <= 0x20 { target.removeLast() }
    var clean: [UInt8] = []
    for byte in target {
      if byte > 0x20, byte != 0x7F {
        clean.append(byte)
      } else if byte != 0x09, byte != 0x0A, byte != 0x0D {
        clean.append(UInt8(ascii: "%"))
        for digit in [byte >> 4, byte & 0xF] {
          clean.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
        }
      }
    }
    HTMLEscaping.appendAttribute(clean, to: &output)
  }
}
