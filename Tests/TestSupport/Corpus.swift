import Foundation

/// The real pages that lie beside the package, for tests that run over all of them.
///
/// The folder is `$ERRKB_CORPUS`, or else `shared/corpus` beside the package or above it. Nothing of
/// it is copied into the package, so a test that needs it is skipped where it is absent, unless
/// `$ERRKB_REQUIRE_CORPUS` is set: then `root` is a folder that is not there, and the test fails.
package enum Corpus {
  /// The folder, as an absolute path.
  package static let root: String = found ?? "shared/corpus"

  /// Whether the folder is there.
  package static let isPresent = found != nil

  /// Whether the absence of the folder is a failure.
  package static let isRequired = variable("ERRKB_REQUIRE_CORPUS") != nil

  /// Whether tests over the corpus are to run, be it to fail.
  package static let isEnabled = isPresent || isRequired

  /// Every Markdown file, as paths relative to the root, in order.
  package static func markdownFiles(under folder: String = "") throws -> [String] {
    let start = folder.isEmpty ? root : "\(root)/\(folder)"
    let names = try FileManager.default.subpathsOfDirectory(atPath: start)
    return names.filter { $0.hasSuffix(".md") }
      .map { folder.isEmpty ? $0 : "\(folder)/\($0)" }
      .sorted()
  }

  /// A file's bytes with every line end made a line feed.
  package static func text(of path: String) throws -> [UInt8] {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(root)/\(path)"))
    var bytes: [UInt8] = []
    bytes.reserveCapacity(data.count)
    var isAfterReturn = false
    for byte in data {
      if isAfterReturn, byte != 0x0A { bytes.append(0x0A) }
      isAfterReturn = byte == 0x0D
      if !isAfterReturn { bytes.append(byte) }
    }
    if isAfterReturn { bytes.append(0x0A) }
    return bytes
  }

  private static let found: String? = {
    if let named = variable("ERRKB_CORPUS") { return isFolder(named) ? named : nil }
    var folder = URL(fileURLWithPath: #filePath)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let candidate = folder.appendingPathComponent("shared/corpus").path
      if isFolder(candidate) { return candidate }
    }
    return nil
  }()

  private static func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }

  private static func variable(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
