import TestSupport
import Testing

@testable import Codes

/// The constants: in order, each once, and as the systems have them.
struct CodeDataTests {
  private static let spaces: [CodeSpace] = [.hresult, .ntstatus, .win32, .winsock, .errno]

  @Test(arguments: spaces)
  func everyNumberAndNameStandsOnceAndInOrder(space: CodeSpace) {
    let rows = CodeTable.of(space).rows
    #expect(rows.count > 80)
    for (row, next) in zip(rows, rows.dropFirst()) { #expect(row.number < next.number) }
    #expect(Set(rows.map(\.name)).count == rows.count)
    for row in rows {
      #expect(row.meaning.utf8.count > 3 && row.meaning.last != ".")
      #expect(CodeTable.of(space).row(number: row.number) == row)
      #expect(CodeTable.of(space).row(named: row.name.uppercased()) == row)
    }
  }

  @Test(arguments: [
    (PackageResources.hresult_txt, 3, "hresult"), (PackageResources.ntstatus_txt, 3, "ntstatus"),
    (PackageResources.win32_txt, 3, "win32"), (PackageResources.winsock_txt, 3, "winsock"),
    (PackageResources.errno_txt, 3, "errno"), (PackageResources.sqlstate_txt, 2, "sqlstate"),
    (PackageResources.equivalents_txt, 2, "equivalents"),
    (PackageResources.facilities_txt, 2, "facilities"),
    (PackageResources.ntstatus_facilities_txt, 2, "ntstatus-facilities"),
  ])
  func everyLineIsARecord(bytes: [UInt8], fields: Int, name: String) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
    #expect(DataLines.fields(of: bytes, count: fields).count == lines.count)
  }

  @Test func noNameBelongsToTwoSpaces() {
    let names = Self.spaces.flatMap { CodeTable.of($0).rows.map(\.name) }
    #expect(Set(names).count == names.count)
  }

  @Test func winsockAndWin32ShareNoNumber() {
    let windows = Set(CodeTable.of(.win32).rows.map(\.number))
    #expect(CodeTable.of(.winsock).rows.allSatisfy { !windows.contains($0.number) })
  }

  @Test(.enabled(if: Program(Program.python, "-c", "").isThere()))
  func errnoIsThatOfTheSystem() throws {
    let script = "import errno\nfor k, v in errno.errorcode.items(): print(k, v)"
    let result = try Program(Program.python, "-c", script).run()
    let lines = String(decoding: result.output, as: UTF8.self).split(separator: "\n")
    #expect(lines.count > 120)
    for line in lines {
      let fields = line.split(separator: " ")
      let name = CodeAliases.target(of: String(fields[1]))
      #expect(ErrorCode(named: name)?.text == String(fields[0]), "\(line)")
    }
    #expect(CodeTable.of(.errno).rows.count == lines.count + 1, "EHWPOISON is new to Python")
  }

  @Test func everyFileNamesWhereItsNumbersAreFrom() {
    let files = [
      PackageResources.hresult_txt, PackageResources.ntstatus_txt, PackageResources.win32_txt,
      PackageResources.winsock_txt, PackageResources.errno_txt, PackageResources.facilities_txt,
      PackageResources.ntstatus_facilities_txt, PackageResources.sqlstate_txt,
    ]
    for file in files {
      let head = String(decoding: file, as: UTF8.self).split(separator: "\n")
        .prefix { $0.hasPrefix("#") }.joined()
      #expect(head.contains(".h") || head.contains("ISO/IEC 9075"))
    }
  }

  /// The classes that ISO/IEC 9075-2 and its other parts give.
  @Test func everyClassOfTheStandardIsThere() {
    let classes = """
      00 01 02 07 08 09 0A 0D 0E 0F 0K 0L 0M 0N 0P 0S 0T 0U 0V 0W 0X 0Y 0Z 10 20 21 22 23 24 25 26 27
      28 2B 2C 2D 2E 2F 2H 30 33 34 35 36 38 39 3B 3C 3D 3F 40 42 44 45 46 HV HW HY HZ
      """
    for name in classes.split(whereSeparator: \.isWhitespace) {
      #expect(SQLStateTable.shared.meaning(of: String(name)) != nil, "\(name)")
    }
  }

  @Test func everySQLStateHasItsClass() {
    let states = SQLStateTable.shared.rows.map(\.state)
    #expect(states.count > 200)
    #expect(Set(states).count == states.count)
    for state in states where state.utf8.count == 5 {
      #expect(states.contains("\(state.prefix(2))"))
    }
    for state in states { #expect(state.utf8.count == 5 || state.utf8.count == 2) }
  }

  @Test func everyEquivalentIsKnown() {
    for (one, other) in CodeAliases.pairs + CodeAliases.aliases.map({ ($0.1, $0.1) }) {
      #expect(ErrorCode(named: one) != nil, "\(one)")
      #expect(ErrorCode(named: other) != nil, "\(other)")
    }
  }

  @Test func facilitiesStandInOrder() {
    for table in [CodeParts.facilities, CodeParts.ntstatusFacilities] {
      #expect(table.count > 50)
      for (row, next) in zip(table, table.dropFirst()) { #expect(row.number < next.number) }
      #expect(table.allSatisfy { $0.names.allSatisfy { $0.hasPrefix("FACILITY_") } })
    }
  }
}
