import Foundation
import TestSupport

/// A site that the program serves, in a process of its own: tests may wait for what it answers.
enum ServedSite {
  /// The program, which lies beside the tests.
  static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(component: "errkb-site").path

  struct NotServed: Error {}

  /// Hands over the address of a server of a folder's files, and the folder, as long as the closure
  /// runs; with a script of the shell to watch with, changes of the files run it.
  static func serving(
    _ folder: Folder, watching script: String? = nil,
    _ body: (_ base: String, _ path: String) throws -> Void
  ) throws {
    try folder.whileWritten { path in
      let process = Process()
      process.executableURL = URL(filePath: program)
      process.arguments = ["serve", "--folder", path, "--port", "0"]
      if let script {
        process.arguments? += [
          "--watch", path, "--builder", "/bin/sh", "--", "-c", "cd '\(path)' && \(script)",
        ]
      }
      let output = Pipe()
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      try process.run()
      defer {
        process.terminate()
        process.waitUntilExit()
      }
      // The address is the first thing that it prints.
      let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      guard line.hasPrefix("http://"), line.hasSuffix("/\n") else { throw NotServed() }
      try body(String(line.dropLast(2)), path)
    }
  }
}

/// What curl says of a path: status, header lines, body.
struct Answer {
  var status: String
  var headers: [String]
  var body: String

  init(_ base: String, _ path: String, _ options: String...) throws {
    let result = try Program(
      "curl", arguments: ["-s", "-i", "--path-as-is", "--max-time", "60"] + options + [base + path]
    ).run()
    let text = String(decoding: result.output, as: UTF8.self).replacing("\r\n", with: "\n")
    let parts = text.split(separator: "\n\n", maxSplits: 1, omittingEmptySubsequences: false)
    headers = (parts.first ?? "").split(separator: "\n").map(String.init)
    status = headers.first?.split(separator: " ").dropFirst().first.map(String.init) ?? ""
    body = parts.count > 1 ? String(parts[1]) : ""
  }

  func has(_ header: String) -> Bool {
    headers.contains { $0.lowercased() == header.lowercased() }
  }
}
