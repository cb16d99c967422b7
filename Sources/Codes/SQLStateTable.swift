/// What the five characters of an SQLSTATE mean, and the two of their class.
struct SQLStateTable: Sendable {
  /// The class or condition and its meaning, in the order of the file.
  let rows: [(state: String, meaning: String)]

  static let shared = SQLStateTable(PackageResources.sqlstate_txt)

  init(_ bytes: [UInt8]) {
    rows = DataLines.fields(of: bytes, count: 2).map { (String($0[0]), String($0[1])) }
  }

  /// The meaning of a condition (`28000`) or a class (`28`).
  func meaning(of state: String) -> String? { rows.first { $0.state == state }?.meaning }
}
