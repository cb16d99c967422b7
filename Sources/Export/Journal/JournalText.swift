internal import Diagnostics

/// Text as it may stand in a file of the journal's catalogue, which has no escapes
/// (systemd, `src/libsystemd/sd-journal/catalog.c` and `src/basic/replace-var.c`).
///
/// - A line that begins an entry, `-- ` and digits, or is a comment is moved in by a blank.
/// - `@NAME@`, which the journal would replace by a field of the message, gets U+2060 WORD JOINER,
///   which has no width, behind its first sign.
/// - A line that is longer than the journal likes goes on in the next.
enum JournalText {
  /// The journal refuses a whole file for a line of a megabyte.
  private static let longestLine = 4096

  /// Appends lines of text, the last with its end.
  static func append(lines text: [UInt8], to output: inout [UInt8]) {
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: "-- ".utf8) || line.first == UInt8(ascii: "#")
        || line.first == UInt8(ascii: ";")
      {
        output.append(0x20)
      }
      var column = 0
      var place = line.startIndex
      while place < line.endIndex {
        let isCharacter = line[place] & 0xC0 != 0x80
        if column >= longestLine, isCharacter {
          output += "\n ".utf8
          column = 0
        }
        output.append(line[place])
        column += 1
        if line[place] == UInt8(ascii: "@"), beginsField(line[line.index(after: place)...]) {
          output += "\u{2060}".utf8
        }
        place += 1
      }
      output.append(0x0A)
    }
    // The last line end ended a line, it did not begin one.
    if text.last == 0x0A { output.removeLast() }
  }

  /// Appends one line for a header, without its end: what would end it is shown.
  static func append(line text: String, to output: inout [UInt8]) {
    var line: [UInt8] = []
    append(lines: Array(VisibleText.visible(text).utf8), to: &line)
    line.removeLast()
    output += line.map { $0 == 0x0A ? 0x20 : $0 }
  }

  /// Whether what follows a sign `@` makes it the name of a field.
  private static func beginsField(_ rest: ArraySlice<UInt8>) -> Bool {
    let name = rest.prefix { byte in
      byte == UInt8(ascii: "_") || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    return !name.isEmpty && rest.dropFirst(name.count).first == UInt8(ascii: "@")
  }
}
