/// Writes the flat YAML of front matter.
struct YAMLText {
  private var lines: [String] = ["---"]

  /// The block with the lines around it.
  var block: [UInt8] { Array((lines + ["---", ""]).joined(separator: "\n").utf8) }

  /// Adds a key; nothing where there is no value.
  mutating func add(_ key: String, _ value: String?) {
    guard let value = value?.folded, !value.isEmpty else { return }
    lines.append("\(key): \(Self.scalar(value))")
  }

  /// Adds a key with a list in its line.
  mutating func add(_ key: String, list values: [String]) {
    guard !values.isEmpty else { return }
    lines.append(
      "\(key): [\(values.map { Self.scalar($0, inList: true) }.joined(separator: ", "))]")
  }

  /// A text as YAML reads it back: plain where nothing in it means anything, else in quotes.
  static func scalar(_ value: String, inList: Bool = false) -> String {
    if isPlain(value, inList: inList) { return value }
    var quoted = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\u{85}", "\u{2028}", "\u{2029}", "\u{FEFF}": quoted += " "
      case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value): quoted += " "
      // What is no character in YAML: surrogates' neighbours.
      case "\u{FFFE}", "\u{FFFF}": quoted += "\u{FFFD}"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private static func isPlain(_ value: String, inList: Bool) -> Bool {
    guard let first = value.unicodeScalars.first,
      first.properties.isAlphabetic || (first.value >= 0x30 && first.value <= 0x39)
        || first == "-" && Int(value) != nil
    else { return false }
    if ["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(value.lowercased()) {
      return false
    }
    if value.contains(": ") || value.contains(" #") || value.hasSuffix(":") { return false }
    return value.unicodeScalars.allSatisfy { scalar in
      guard scalar.value >= 0x20, scalar.value != 0x7F, !(0x80..<0xA1).contains(scalar.value) else {
        return false
      }
      if "\"'\\`{}[]&*!|>%@#".unicodeScalars.contains(scalar) { return false }
      if inList, scalar == "," { return false }
      return scalar.properties.isAlphabetic || scalar.value < 0x80
        || scalar.properties.generalCategory == .otherPunctuation
        || scalar.properties.generalCategory == .nonspacingMark
        || scalar.properties.generalCategory == .dashPunctuation
    }
  }
}
