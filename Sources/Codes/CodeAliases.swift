/// Names that several codes share or that one code has besides its own.
enum CodeAliases {
  /// The name in the tables for a name: `EAGAIN` for `EWOULDBLOCK`.
  static func target(of name: String) -> String { aliases.first { $0.0 == name }?.1 ?? name }

  /// The codes of other spaces that are published as the same as one of these names.
  static func equivalents(of name: String) -> [ErrorCode] {
    var names: [String] = []
    if name.hasPrefix("WSAE") { names.append(String(name.dropFirst("WSA".utf8.count))) }
    if name.hasPrefix("E") {
      names += ([name] + aliases.filter { $0.1 == name }.map(\.0)).map { "WSA\($0)" }
    }
    for (one, other) in pairs {
      if one == name { names.append(other) }
      if other == name { names.append(one) }
    }
    return names.compactMap { ErrorCode(named: $0) }
  }

  static let aliases = pairs(PackageResources.aliases_txt)
  static let pairs = pairs(PackageResources.equivalents_txt)

  private static func pairs(_ bytes: [UInt8]) -> [(String, String)] {
    DataLines.fields(of: bytes, count: 2).map { (String($0[0]), String($0[1])) }
  }
}
