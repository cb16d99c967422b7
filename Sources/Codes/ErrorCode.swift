/// A code in the space that gives it a meaning.
package struct ErrorCode: Sendable, Hashable {
  package let space: CodeSpace
  /// Nil for an SQLSTATE, which is text.
  package let number: UInt32?
  /// As the space writes it: `0x8007274D`, `10061`, `08S01`.
  package let text: String
  /// The symbolic name, where it has one: `WSAECONNREFUSED`.
  package let name: String?
  /// What it says, in a few English words.
  package let meaning: String?

  /// A number with what the tables know of it.
  init(_ space: CodeSpace, _ number: UInt32) {
    let row = CodeTable.of(space).row(number: number)
    self.init(space, number, name: row?.name, meaning: row?.meaning)
  }

  init(_ space: CodeSpace, _ number: UInt32, name: String?, meaning: String?) {
    self.space = space
    self.number = number
    text = space.isHexadecimal ? Self.hexadecimal(number) : String(number)
    self.name = name
    self.meaning = meaning
  }

  /// An SQLSTATE: what its condition says, else its class; nil where neither is known.
  init?(sqlstate: String) {
    let table = SQLStateTable.shared
    guard let meaning = table.meaning(of: sqlstate) ?? table.meaning(of: String(sqlstate.prefix(2)))
    else { return nil }
    space = .sqlstate
    number = nil
    text = sqlstate
    name = nil
    self.meaning = meaning
  }

  /// A number of Windows, which belongs to Winsock where that has named it.
  static func windows(_ number: UInt32) -> ErrorCode {
    let socket = ErrorCode(.winsock, number)
    return socket.name == nil ? ErrorCode(.win32, number) : socket
  }

  /// The code that has a symbolic name or is an SQLSTATE; letters in any case.
  init?(named name: String) {
    let name = CodeAliases.target(of: name.uppercased())
    for space in [CodeSpace.winsock, .win32, .errno, .ntstatus, .hresult] {
      guard let row = CodeTable.of(space).row(named: name) else { continue }
      self.init(space, row.number, name: row.name, meaning: row.meaning)
      return
    }
    guard SQLStateTable.shared.meaning(of: name) != nil, name.utf8.count == 5 else { return nil }
    self.init(sqlstate: name)
  }

  /// Whether the tables have this very code.
  var isKnown: Bool { name != nil || number == nil }

  /// `0x` and eight digits.
  package static func hexadecimal(_ number: UInt32) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return "0x" + String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }
}
