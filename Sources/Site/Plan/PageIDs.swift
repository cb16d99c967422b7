/// The ids of one page of the site: each once, whatever the text wants.
struct PageIDs {
  private let reserved: ReservedIDs
  private var taken: Set<String>

  /// - Parameters:
  ///   - reserved: The ids of the template.
  ///   - others: More of them, which only this kind of page has.
  init(_ reserved: ReservedIDs, and others: [String]) {
    self.reserved = reserved
    taken = reserved.whole.union(others)
  }

  /// The id for what wants to be named so: the name itself, or the name and a number.
  mutating func take(_ wanted: String) -> String {
    let name = Self.valid(wanted)
    if !reserved.isNumbered(name), taken.insert(name).inserted { return name }
    var stem = name + "-"
    while reserved.numbered.contains(stem) { stem += "-" }
    var number = 2
    while !taken.insert("\(stem)\(number)").inserted { number += 1 }
    return "\(stem)\(number)"
  }

  /// HTML takes anything that is not empty and has no white space
  /// (https://html.spec.whatwg.org/#the-id-attribute).
  private static func valid(_ name: String) -> String {
    var bytes: [UInt8] = []
    for byte in name.utf8 { bytes.append(byte <= 0x20 || byte == 0x7F ? UInt8(ascii: "-") : byte) }
    return bytes.isEmpty ? "section" : String(decoding: bytes, as: UTF8.self)
  }
}
