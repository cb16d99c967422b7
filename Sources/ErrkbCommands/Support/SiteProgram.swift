internal import Diagnostics
internal import Glibc
internal import Index

/// The program that makes and serves the site: one of its own, because what it is made with takes
/// time to start, which the answers of `errkb` must not pay for.
enum SiteProgram {
  private static let name = "errkb-site"

  /// Where it lies: beside this program, as both are built, else where it is installed.
  static func path() throws(MissingSiteProgram) -> String {
    let places = places
    guard let path = places.first(where: { unsafe access($0, X_OK) == 0 }) else {
      throw MissingSiteProgram(places: places)
    }
    return path
  }

  private static var places: [String] {
    guard let program = CatalogueLocation.current.executable,
      let slash = program.utf8.lastIndex(of: UInt8(ascii: "/"))
    else { return [] }
    let folder = program[..<slash]
    return ["\(folder)/\(name)", "\(folder)/../libexec/errkb/\(name)"]
  }
}

/// The program that makes the site is not there.
struct MissingSiteProgram: Error, CustomStringConvertible {
  let places: [String]

  var description: String {
    let list = places.map { "'\(VisibleText.visible($0))'" }.joined(separator: " nor ")
    return "the program that makes the site is missing: there is neither \(list)"
  }
}
