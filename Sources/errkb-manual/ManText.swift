/// Text as man(7) takes it.
struct ManText: ExpressibleByStringLiteral {
  /// What is written: escapes and requests, no line end.
  let source: String

  /// What stands as it is, with its escapes.
  init(stringLiteral source: StaticString) { self.source = "\(source)" }

  /// Text in which nothing is an escape or a request, and which can be copied from the page: hyphens
  /// and quotes stay those of ASCII.
  init(_ text: some StringProtocol) {
    var source = ""
    for character in text.unicodeScalars {
      switch character {
      case "\\": source += "\\e"
      case "-": source += "\\-"
      case "'": source += "\\(aq"
      case "`": source += "\\(ga"
      case "^": source += "\\(ha"
      case "~": source += "\\(ti"
      case "\"": source += "\\(dq"
      case "\n": source += " "
      default: source.unicodeScalars.append(character)
      }
    }
    // Without width, so that a dot is no request.
    self.source = source.hasPrefix(".") ? "\\&\(source)" : source
  }

  private init(raw: String) { source = raw }

  /// As it is to be typed.
  static func bold(_ text: some StringProtocol) -> ManText {
    ManText(raw: "\\fB\(ManText(text).source)\\fR")
  }

  /// What something is to be put in place of.
  static func italic(_ text: some StringProtocol) -> ManText {
    ManText(raw: "\\fI\(ManText(text).source)\\fR")
  }

  static func + (left: ManText, right: ManText) -> ManText {
    ManText(raw: left.source + right.source)
  }
}

extension Sequence<ManText> {
  func joined(separator: ManText) -> ManText {
    var joined: ManText = ""
    for (index, text) in enumerated() { joined = index == 0 ? text : joined + separator + text }
    return joined
  }
}
