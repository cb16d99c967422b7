import Foundation

/// A folder that is there as long as the value is.
final class TemporaryFolder {
  let path: String

  init(in parent: String = FileManager.default.temporaryDirectory.path) throws {
    path = parent + "/errkb-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      print("left behind: \(path): \(error)")
    }
  }

  /// The names of what lies in it, in order.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }

  func bytes(of name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)))
  }

  func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
  }
}

/// What the `sqlite3` program prints about a database, line by line.
func sqlite3(_ path: String, _ command: String) throws -> [String] {
  try sqlite3(["-readonly", path, command])
}

/// What the `sqlite3` program prints when it changes a database.
func sqlite3(writable path: String, _ command: String) throws -> [String] {
  try sqlite3([path, command])
}

private func sqlite3(_ arguments: [String]) throws -> [String] {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = ["sqlite3"] + arguments
  let output = Pipe()
  process.standardOutput = output
  process.standardError = output
  try process.run()
  let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
}
