internal import Diagnostics

/// The one place where text becomes roff: lines of text, lines of code, and requests with their
/// arguments.
///
/// Whatever a text holds, none of it is a request or an escape sequence to groff or mandoc, and what
/// is typed by hand (hyphens, quotation marks, accents that stand alone) comes out as it may be
/// pasted into a shell. Lines of text break at blanks, between Chinese and Japanese characters as
/// `LineBreaking` allows, and within what is longer than a narrow page.
/// (https://man7.org/linux/man-pages/man7/groff_char.7.html, groff_man_style(7), mandoc_char(7))
package struct RoffWriter {
  typealias Face = StyledText.Face

  package private(set) var bytes: [UInt8] = []

  package init() {
    let usualPage = 8 << 10
    bytes.reserveCapacity(usualPage)
  }

  /// Writes a request or macro with its arguments, each of them one however many words it has.
  package mutating func request(_ name: StaticString, _ arguments: String...) {
    begin(name)
    for argument in arguments { append(argument: argument) }
    end()
  }

  /// Writes a request or macro with a number.
  mutating func request(_ name: StaticString, _ number: Int) {
    begin(name)
    bytes.append(contentsOf: " \(number)".utf8)
    end()
  }

  /// Writes what a page is called, in capitals, with its section, its date as ISO 8601 has it, and
  /// what stands below and above every page.
  mutating func title(
    _ name: String, section: String, date: String, source: String, manual: String
  ) {
    begin("TH")
    append(argument: name, columns: nil)
    // A hyphen that is escaped makes it no date.
    bytes.append(contentsOf: " \(section) \(date)".utf8)
    append(argument: source, columns: nil)
    append(argument: manual, columns: nil)
    end()
  }

  /// Writes a macro with the mark of an item and how far its text is set in, in digits.
  mutating func item(_ mark: ItemMark, indent: Int) {
    begin("IP")
    bytes.append(0x20)
    switch mark {
    case .bullet: append("\\(bu")
    case .number(let number): bytes.append(contentsOf: "\(number).".utf8)
    }
    bytes.append(contentsOf: " \(indent)".utf8)
    end()
  }

  /// What leads an item.
  enum ItemMark {
    case bullet
    case number(Int)
  }

  /// Writes text that is filled, a line of its own for each that the author asked for.
  ///
  /// Bold and code are in bold, what is dim in italics. What is longer than so many columns breaks.
  package mutating func text(_ text: StyledText, columns: Int) {
    append(text, isArgument: false, columns: columns)
    end()
  }

  /// Writes a line of code as it is, for a place where nothing is filled.
  mutating func code(_ line: ArraySlice<UInt8>) {
    let line = CodeLines.shown(line)
    if let first = line.first, first != 0x20 { protectStart(first) }
    for byte in line { escape(byte) }
    end()
  }

  /// Writes the line that begins every page: which encoding it is in.
  mutating func coding() { append(".\\\" -*- coding: UTF-8 -*-\n") }

  /// Writes the section that `mandb` reads: the line of names, which ends in what they are.
  mutating func names(_ names: [String], heading: String, description: ManDescription) {
    flag(description.breaking, "68")
    // As it is: a place to break in it would make it another word.
    begin("SH")
    bytes.append(contentsOf: " \(heading)".utf8)
    end()
    for (number, name) in names.enumerated() {
      if number > 0 { append(", ") }
      for byte in name.utf8 { escape(byte) }
    }
    append(" \\- ")
    for byte in description.bytes { escape(byte) }
    end()
    flag(description.breaking, "0")
  }

  /// Says whether lines may end after some characters, which are letters: 4 asks for it, 64 whatever
  /// stands beside them.
  private mutating func flag(_ characters: [UInt8], _ flags: StaticString) {
    guard !characters.isEmpty else { return }
    begin("cflags")
    bytes.append(0x20)
    append(flags)
    bytes.append(0x20)
    bytes.append(contentsOf: characters)
    end()
  }
}

// MARK: - Bytes

extension RoffWriter {
  private mutating func begin(_ name: StaticString) {
    bytes.append(UInt8(ascii: "."))
    append(name)
  }

  private mutating func end() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  /// What fits beside the number of a fix in a heading of a narrow page.
  private static let argumentColumns = 28

  private mutating func append(argument: String, columns: Int? = argumentColumns) {
    bytes.append(0x20)
    let text = StyledText(argument).onOneLine
    let isQuoted = text.isEmpty || text.bytes.contains(0x20)
    if isQuoted { bytes.append(UInt8(ascii: "\"")) }
    append(text, isArgument: true, columns: columns)
    if isQuoted { bytes.append(UInt8(ascii: "\"")) }
  }

  /// Appends text; in an argument there are no faces and no quotation marks, and without a number of
  /// columns no places to break.
  private mutating func append(_ text: StyledText, isArgument: Bool, columns: Int?) {
    var face: Face = []
    var runs = isArgument ? [] : text.runs[...]
    var breaks = columns.map { RoffBreaks(text.bytes, columns: $0).places[...] } ?? []
    var isStart = !isArgument
    var index = 0
    while index < text.bytes.count {
      if let run = runs.first, run.start <= index || endsFace(text, at: index, before: run) {
        change(from: face, to: run.face)
        face = run.face
        runs.removeFirst()
      }
      if let place = breaks.first, place.index == index {
        breaks.removeFirst()
        append(place.isBlank ? "\\~" : "\\:")
        if place.isBlank {
          index += 1
          continue
        }
      }
      let byte = text.bytes[index]
      if byte == UInt8(ascii: "\n") {
        append("\n.br\n")
        isStart = true
        index += 1
        continue
      }
      if isStart { protectStart(byte) }
      isStart = false
      if byte == UInt8(ascii: "\""), isArgument {
        append("\\(dq")
        index += 1
      } else if byte == 0xC2, index + 1 < text.bytes.count, text.bytes[index + 1] == 0xA0 {
        append("\\~")
        index += 2
      } else {
        escape(byte)
        index += 1
      }
    }
    change(from: face, to: [])
  }

  /// Whether a blank stands between a face and plain text: no line is drawn under it.
  private func endsFace(_ text: StyledText, at index: Int, before run: StyledText.Run) -> Bool {
    text.bytes[index] == 0x20 && run.start == index + 1 && Self.font(run.face).isEmpty
  }

  /// Keeps the first character of a line from making the line a request, or a break.
  private mutating func protectStart(_ byte: UInt8) {
    switch byte {
    // An apostrophe never comes out as such.
    case UInt8(ascii: "."), 0x20: append("\\&")
    default: break
    }
  }

  /// Appends a byte of UTF-8 so that it stands for itself.
  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\\"): append("\\e")
    case UInt8(ascii: "-"): append("\\-")
    case UInt8(ascii: "'"): append("\\(aq")
    case UInt8(ascii: "`"): append("\\(ga")
    case UInt8(ascii: "^"): append("\\(ha")
    case UInt8(ascii: "~"): append("\\(ti")
    default: bytes.append(byte)
    }
  }

  private mutating func change(from old: Face, to new: Face) {
    let font = Self.font(new)
    guard font != Self.font(old) else { return }
    switch font {
    case [.bold, .dim]: append("\\f(BI")
    case .bold: append("\\fB")
    case .dim: append("\\fI")
    default: append("\\fR")
    }
  }

  /// What of a face a page can show: bold and italics.
  private static func font(_ face: Face) -> Face {
    var font = face.intersection(.dim)
    if !face.isDisjoint(with: [.bold, .accent]) { font.insert(.bold) }
    return font
  }
}
