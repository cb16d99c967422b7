/// A style sheet or script that ships, as it is sent: without the lines that only its authors read,
/// which are a third of it once it is packed.
///
/// Lines are dropped whole and blanks only before a line: no string of what ships goes over several.
/// What somebody else wrote is sent as it is.
enum ShippedAsset {
  /// The bytes to send of an asset by its name.
  static func sent(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
    let isScript = name.hasSuffix(".js")
    guard isScript || name.hasSuffix(".css") else { return bytes }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let line = line.drop { $0 == UInt8(ascii: " ") }
      if line.isEmpty || isScript && line.starts(with: "//".utf8) { continue }
      text += line
      text.append(UInt8(ascii: "\n"))
    }
    return text
  }
}
