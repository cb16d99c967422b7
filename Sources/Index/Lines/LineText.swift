internal import Records

/// Text as lines, each with what it is for and where it stands in its file.
struct LineText: Sendable {
  /// The lines, each with a line feed at its end and no other in it.
  private(set) var text: [UInt8] = []
  /// For each line the difference of its number to the line before, and its role where that
  /// changes; `OwnerLines` reads it back.
  private(set) var marks = ByteWriter(reserving: 0)
  private var lastRole: LineRole?
  private var lastNumber = 0

  var isEmpty: Bool { text.isEmpty }

  /// Appends a line; a line feed in it becomes a blank.
  mutating func append(_ line: some Collection<UInt8>, role: LineRole, number: Int) {
    text.reserveCapacity(text.count + line.count + 1)
    for byte in line { text.append(byte == 0x0A ? 0x20 : byte) }
    text.append(0x0A)
    let isSameRole = role == lastRole
    let difference = number - lastNumber
    // The lowest bit says that a role follows, the next one is the sign.
    let magnitude = Int(difference.magnitude)
    marks.write(count: magnitude << 2 | (difference < 0 ? 2 : 0) | (isSameRole ? 0 : 1))
    if !isSameRole { marks.write(byte: role.byte) }
    lastRole = role
    lastNumber = number
  }

  /// Appends lines of code, which are told by line feeds.
  mutating func append(
    code: ArraySlice<UInt8>, role: LineRole, number: (_ index: Int) -> Int
  ) {
    let lines = (code.last == 0x0A ? code.dropLast() : code)
      .split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      append(line, role: role, number: number(index))
    }
  }
}
