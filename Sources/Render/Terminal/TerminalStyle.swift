/// Whether text is coloured, and how a change of face is written.
///
/// Colour carries nothing that the text does not say: without it every line reads the same.
package struct TerminalStyle: Sendable {
  /// How a run of text looks.
  package struct Face: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Headings and the number.
    package static let bold = Face(rawValue: 1)
    /// What is secondary.
    package static let dim = Face(rawValue: 2)
    /// The one accent: placeholders and code.
    package static let accent = Face(rawValue: 4)
    /// Severity 17 and above, nothing else.
    package static let danger = Face(rawValue: 8)
  }

  package let isColored: Bool

  package init(isColored: Bool) { self.isColored = isColored }

  /// Appends what turns one face into another.
  func change(from old: Face, to new: Face, in output: inout [UInt8]) {
    guard isColored, old != new else { return }
    output.append(contentsOf: "\u{1B}[0".utf8)
    if new.contains(.bold) { output.append(contentsOf: ";1".utf8) }
    if new.contains(.dim) { output.append(contentsOf: ";2".utf8) }
    // Cyan and red, from the eight colours that every theme sets to something readable.
    if new.contains(.danger) {
      output.append(contentsOf: ";31".utf8)
    } else if new.contains(.accent) {
      output.append(contentsOf: ";36".utf8)
    }
    output.append(UInt8(ascii: "m"))
  }
}
