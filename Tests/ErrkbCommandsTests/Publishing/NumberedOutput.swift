import Foundation
import Glibc
import TestSupport

@testable import ErrkbCommands

/// An output in a folder of its own whose every file says of which build it is.
struct NumberedOutput: Codable {
  /// Where it lies.
  var path: String

  static let pages = (1...12).map { "site/\($0 % 3)/\($0)/index.html" }

  struct Waited: Error {}

  /// Begins a build; throws where another one would have to be waited for.
  func stage(
    keeping parts: [BuildPart] = [], way: FolderExchange.Way = .atOnce
  ) throws -> StagedOutput {
    try StagedOutput(for: path, keeping: parts, way: way) { throw Waited() }
  }

  /// Builds with a number; the catalogue is a second name of a file where one is given.
  func build(_ number: Int, catalogue: String? = nil, way: FolderExchange.Way = .atOnce) throws {
    let staged = try stage(way: way)
    try write(number, catalogue: catalogue, to: staged)
    try staged.publish()
    staged.removeFormer()
  }

  func write(_ number: Int, catalogue: String? = nil, to staged: StagedOutput) throws {
    if let catalogue { try FolderTree.link(catalogue, as: staged.path(of: .catalogue)) }
    for page in Self.pages { try write("\(number)", to: "\(staged.path)/\(page)") }
  }

  func write(_ text: String, to path: String) throws {
    let file = URL(filePath: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// The number of the build that a page is of.
  func number(of page: String, in folder: String? = nil) throws -> Int {
    let text = try String(contentsOfFile: "\(folder ?? path)/\(page)", encoding: .utf8)
    guard let number = Int(text) else { throw Torn(description: "\(page) holds '\(text)'") }
    return number
  }

  /// Reads all of it while it is locked, and returns the number that all files agree on.
  func readWhole() throws -> Int {
    while true {
      let folder = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard folder >= 0 else { throw Torn(description: "no output: errno \(errno)") }
      defer { close(folder) }
      flock(folder, LOCK_SH)
      // Replaced before it was locked, it may be in the course of being removed.
      guard FolderLock.isSame(folder, path) else { continue }
      let root = "/proc/self/fd/\(folder)"
      let list = try String(contentsOfFile: "\(root)/.errkb", encoding: .utf8)
      let listed = list.split(separator: "\n").map(String.init).filter { $0.hasPrefix("site/") }
      guard listed.sorted() == Self.pages.sorted() else { throw Torn(description: "list: \(list)") }
      let numbers = Set(try listed.map { try number(of: $0, in: root) })
      guard let first = numbers.first, numbers.count == 1 else {
        throw Torn(description: "a mixture: \(numbers)")
      }
      return first
    }
  }

  /// What a reader must never see.
  struct Torn: Error, CustomStringConvertible { var description: String }
}
