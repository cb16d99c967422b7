internal import Foundation
package import Testing

/// The expected output of a test, kept in a file beside the tests of its target:
/// `Tests/<Target>/Golden/<suite>/<name>`.
///
/// With `ERRKB_UPDATE_GOLDEN=1` files are written anew and each that changed fails its test once, so
/// that recording is never mistaken for passing. A missing file fails.
package struct Golden {
  private let file: URL

  /// The golden of a suite; the test's own file says in which target.
  package init(_ suite: String, _ name: String, filePath: String = #filePath) {
    file = URL(filePath: filePath).deletingLastPathComponent()
      .appending(components: "Golden", suite, name)
  }

  /// The names of all goldens of a suite, in order, for a test that none is left behind unused.
  package static func names(of suite: String, filePath: String = #filePath) throws -> [String] {
    let folder = Golden(suite, "", filePath: filePath).file
    return try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
      .sorted()
  }

  /// Expects output to be what the file says, byte for byte.
  package func expect(
    _ output: some Sequence<UInt8>, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let actual = Data(output)
    let expected = FileManager.default.contents(atPath: file.path(percentEncoded: false))
    guard actual != expected else { return }
    let name = "\(file.deletingLastPathComponent().lastPathComponent)/\(file.lastPathComponent)"
    if ProcessInfo.processInfo.environment["ERRKB_UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try actual.write(to: file)
      Issue.record("golden \(name) was recorded; read its diff", sourceLocation: sourceLocation)
    } else if let expected {
      Issue.record(
        "\(name):\n\(Self.difference(from: expected, to: actual))", sourceLocation: sourceLocation)
    } else {
      Issue.record(
        "golden \(name) is missing; ERRKB_UPDATE_GOLDEN=1 records it",
        sourceLocation: sourceLocation)
    }
  }

  /// The lines that differ, each with its number, a few on either side of the first.
  private static func difference(from expected: Data, to actual: Data) -> String {
    let old = String(decoding: expected, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let new = String(decoding: actual, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let changes = new.difference(from: old).map { change in
      switch change {
      case .remove(let offset, let line, _): (offset, "-\(offset + 1): \(line.debugDescription)")
      case .insert(let offset, let line, _): (offset, "+\(offset + 1): \(line.debugDescription)")
      }
    }
    return changes.sorted { $0.0 < $1.0 }.map(\.1).joined(separator: "\n")
  }
}
