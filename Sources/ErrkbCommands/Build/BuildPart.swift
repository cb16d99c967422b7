internal import ArgumentParser

/// What a build can write.
enum BuildPart: String, CaseIterable {
  case catalogue, site, man

  /// What it is called in the output folder.
  var fileName: String {
    switch self {
    case .catalogue: "catalogue.db"
    case .site: "site"
    case .man: "man"
    }
  }

  /// All of them, as an option's help names them.
  static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// The parts that a list with commas names.
  static func parts(_ list: String) throws -> [BuildPart] {
    try list.split(separator: ",", omittingEmptySubsequences: false).map { word in
      guard let part = BuildPart(rawValue: String(word)) else {
        throw ValidationError("'\(word)' cannot be built; --only takes \(self.list)")
      }
      return part
    }
  }
}

/// The address under which a site will stand.
enum BaseURL {
  /// The address without slashes at its end; throws where it is none of the web.
  static func checked(_ text: String) throws -> String {
    guard let scheme = ["https://", "http://"].first(where: text.hasPrefix), text != scheme else {
      throw ValidationError("--base-url must begin with 'https://'")
    }
    var address = text
    while address.hasSuffix("/") { address.removeLast() }
    return address
  }
}
