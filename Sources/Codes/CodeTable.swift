/// The constants of a space: a data file with a line `number name meaning` for each.
struct CodeTable: Sendable {
  struct Row: Sendable, Hashable {
    let number: UInt32
    let name: String
    let meaning: String
  }

  /// In the order of the file: by number.
  let rows: [Row]

  init(_ bytes: [UInt8]) {
    rows = DataLines.fields(of: bytes, count: 3).compactMap { fields in
      let isHexadecimal = fields[0].hasPrefix("0x")
      let digits = isHexadecimal ? fields[0].dropFirst(2) : fields[0]
      guard let number = UInt32(digits, radix: isHexadecimal ? 16 : 10) else { return nil }
      return Row(number: number, name: String(fields[1]), meaning: String(fields[2]))
    }
  }

  /// The row of a number.
  ///
  /// - Complexity: O(log *n*).
  func row(number: UInt32) -> Row? {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low].number == number ? rows[low] : nil
  }

  /// The row of a name in capitals.
  func row(named name: String) -> Row? { rows.first { $0.name.uppercased() == name } }
}

extension CodeTable {
  /// The table of a space of numbers; empty for SQLSTATE, which has none.
  static func of(_ space: CodeSpace) -> CodeTable {
    switch space {
    case .hresult: hresult
    case .ntstatus: ntstatus
    case .win32: win32
    case .winsock: winsock
    case .errno: errno
    case .sqlstate: none
    }
  }

  private static let hresult = CodeTable(PackageResources.hresult_txt)
  private static let ntstatus = CodeTable(PackageResources.ntstatus_txt)
  private static let win32 = CodeTable(PackageResources.win32_txt)
  private static let winsock = CodeTable(PackageResources.winsock_txt)
  private static let errno = CodeTable(PackageResources.errno_txt)
  private static let none = CodeTable([])
}
