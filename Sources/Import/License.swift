/// The names of licences, from their addresses and from sentences.
enum License {
  /// The name of a licence whose text lies at an address: `CC BY-SA 4.0`.
  static func name(inAddress address: String) -> String? {
    let lowered = address.lowercased()
    if let mark = lowered.firstRange(of: "creativecommons.org/licenses/") {
      let parts = lowered[mark.upperBound...].split(separator: "/")
      guard let kind = parts.first else { return nil }
      let version = parts.dropFirst().first.map { " " + $0 } ?? ""
      return "CC \(kind.uppercased())\(version)"
    }
    if lowered.contains("creativecommons.org/publicdomain/zero") { return "CC0 1.0" }
    if lowered.contains("opensource.org/licenses/mit") { return "MIT" }
    return nil
  }

  /// A Creative Commons licence that a text names: `licensed under CC BY-SA 4.0`.
  static func name(in text: String) -> String? {
    let words = text.split { $0.isWhitespace || ",;()[]".contains($0) }
    for (place, word) in words.enumerated() {
      if word == "CC0" { return "CC0 1.0" }
      let isJoined = word.hasPrefix("CC-BY")
      guard isJoined || word == "CC", let kind = isJoined ? word.dropFirst(3) : words.at(place + 1),
        kind.hasPrefix("BY"),
        kind.allSatisfy({ $0.isUppercase || $0 == "-" || $0.isNumber || $0 == "." })
      else { continue }
      let next = words.at(place + (isJoined ? 1 : 2)) ?? ""
      let version = next.trimmingDots
      let isVersion = version.count == 3 && version.first?.isNumber == true
      return "CC \(kind.trimmingDots)\(isVersion ? " " + version : "")"
    }
    return nil
  }
}

extension Array {
  /// The element at a place, or nil where there is none.
  func at(_ place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}

extension Substring {
  fileprivate var trimmingDots: String {
    var rest = self
    while rest.last == "." { rest.removeLast() }
    return String(rest)
  }
}
