/// What the event IDs of a source look like: `LNK####`, `ORA-#..#####`.
///
/// Each `#` is a digit and any other character itself, in upper or lower case. `#..#####` stands for
/// as many digits as either end has, or any number between.
package struct IDShape: Sendable, Hashable {
  private let prefix: [UInt8]
  private let digits: ClosedRange<Int>
  private let suffix: [UInt8]

  /// Reads a shape; nil if it has no digits, or if they are not in one place.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    let number = UInt8(ascii: "#")
    guard let start = bytes.firstIndex(of: number) else { return nil }
    var end = bytes[start...].firstIndex { $0 != number } ?? bytes.endIndex
    let fewest = end - start
    var most = fewest
    if bytes[end...].starts(with: "..#".utf8) {
      let rest = bytes[(end + 2)...]
      end = rest.firstIndex { $0 != number } ?? bytes.endIndex
      most = end - rest.startIndex
    }
    guard most >= fewest, !bytes[end...].contains(number), end < bytes.endIndex || start > 0 else {
      return nil
    }
    prefix = bytes[..<start].map(Self.uppercase)
    digits = fewest...most
    suffix = bytes[end...].map(Self.uppercase)
  }

  /// Whether an ID looks like this.
  package func matches(_ id: String) -> Bool {
    matches(Array(id.utf8))
  }

  func matches(_ id: [UInt8]) -> Bool {
    let count = id.count - prefix.count - suffix.count
    guard digits.contains(count) else { return false }
    return id.prefix(prefix.count).elementsEqual(prefix) { Self.uppercase($0) == $1 }
      && id.suffix(suffix.count).elementsEqual(suffix) { Self.uppercase($0) == $1 }
      && id[prefix.count..<prefix.count + count].allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func uppercase(_ byte: UInt8) -> UInt8 {
    (0x61...0x7A).contains(byte) ? byte - 0x20 : byte
  }
}
