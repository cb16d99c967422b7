import Foundation
import Serve
import TestSupport
import Testing

struct FolderWatchTests {
  private let folder = Folder(File("a.md", "a"), File("sub/b.md", "b"), File("build/x", "x"))

  @Test("A change is told, deep down and in folders that are new, and silence too")
  func changes() throws {
    try folder.whileWritten { path in
      let watch = try FolderWatch([path]) { $0.hasSuffix("/build") }
      #expect(try !watch.wait(milliseconds: 0))
      try "c".write(toFile: "\(path)/sub/b.md", atomically: false, encoding: .utf8)
      #expect(try watch.wait(milliseconds: 5000))
      #expect(try !watch.wait(milliseconds: 0))

      try FileManager.default.createDirectory(
        atPath: "\(path)/new/deep", withIntermediateDirectories: true)
      _ = try watch.wait(milliseconds: 200)
      try "d".write(toFile: "\(path)/new/deep/d.md", atomically: true, encoding: .utf8)
      #expect(try watch.wait(milliseconds: 5000))

      try FileManager.default.removeItem(atPath: "\(path)/a.md")
      #expect(try watch.wait(milliseconds: 5000))
    }
  }

  @Test("What editors write aside and what the build writes is no change")
  func ignored() throws {
    try folder.whileWritten { path in
      let watch = try FolderWatch([path]) { $0.hasSuffix("/build") }
      for name in [".a.md.swp", "a.md~", "4913", "build/y"] {
        try "x".write(toFile: "\(path)/\(name)", atomically: false, encoding: .utf8)
      }
      #expect(try !watch.wait(milliseconds: 200))
    }
  }

  @Test("A folder that is not there is an error that names it")
  func missing() {
    #expect(throws: (any Error).self) { try FolderWatch(["/nowhere/at/all"]) }
  }
}
