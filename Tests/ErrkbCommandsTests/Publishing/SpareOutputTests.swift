import Diagnostics
import Foundation
import Records
import Testing

@testable import ErrkbCommands

/// A large output and the one before it take turns.
struct SpareOutputTests {
  private let sandbox: Sandbox
  private let path: String

  init() throws {
    sandbox = try Sandbox(inMemory: true)
    path = "\(sandbox.path)/build"
  }

  private struct Waited: Error {}

  /// Builds man pages with these bytes by their paths, as the next build would.
  private func build(_ pages: [String: String]) throws {
    var former: BuildState?
    let staged = try StagedOutput(
      for: path, jobs: 2, fewFiles: 10,
      former: { place in
        former = BuildState(folder: place.path)
        let isUsable =
          former?.isWhole(in: place.path) == true
          && former?.tree.isUntouched(in: place.path, jobs: 2) == true
        if !isUsable { former = nil }
        return former
      },
      wait: { throw Waited() })
    let folder = staged.path(of: .man)
    if former == nil {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    }
    let record = try former?.man.map { try PartRecord($0.record) }
    let sorted = pages.sorted { $0.key < $1.key }
    let digests = sorted.map { Digest(of: Array($0.value.utf8)) }
    let output = try PartOutput(
      folder, basis: .absent, former: record, keys: sorted.map(\.key), jobs: 2,
      digest: { place, _ in digests[place] })
    for place in output.missing {
      let (path, text) = sorted[place]
      let piece = output.newPiece()
      try piece.write(Array(text.utf8), to: path)
      output.note(
        PieceRecord(key: path, needs: [], digest: digests[place], files: piece.files))
    }
    let made = try output.finish()
    var state = BuildState()
    state.man = BuildState.Part(record: made, options: .absent, catalogue: .unknown)
    try state.complete(in: staged.path, jobs: 2)
    try staged.publish(state)
    staged.removeFormer()
  }

  private func pages() throws -> [String: String] {
    var pages: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: "\(path)/man") {
      let file = "\(path)/man/\(name)"
      var isFolder: ObjCBool = false
      _ = unsafe FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
      if isFolder.boolValue {
        // Empty folders would not be there after a clean build.
        #expect(try !FileManager.default.contentsOfDirectory(atPath: file).isEmpty, "\(name)")
      } else {
        pages[name] = try String(contentsOfFile: file, encoding: .utf8)
      }
    }
    return pages
  }

  private func inode(_ name: String) throws -> UInt64 {
    try #require(FileStamp("\(path)/\(name)")).inode
  }

  @Test("after 60 builds of pages that come, change and go, each output is what was built")
  func takesTurns() throws {
    var random = SplitMix64(state: 11)
    var wanted: [String: String] = [:]
    for place in 0..<60 { wanted["\(place % 7)/\(place)/page.7"] = "first" }
    for round in 1...60 {
      for _ in 0..<random.below(5) {
        let place = random.below(80)
        let name = "\(place % 7)/\(place)/page.7"
        wanted[name] = random.below(3) == 0 ? nil : "round \(round)"
      }
      try build(wanted)
      try #require(try pages() == wanted, "round \(round)")
    }
    #expect(try sandbox.names(in: ".") == [".build.errkb-spare", "build"])
  }

  @Test("folders are not made a second time, and what is the same is the same file")
  func keepsFolders() throws {
    var wanted: [String: String] = [:]
    for place in 0..<40 { wanted["\(place)/page.7"] = "first" }
    try build(wanted)
    let (file, folder) = (try inode("man/3/page.7"), try inode("man/3"))
    wanted["5/page.7"] = "second"
    try build(wanted)
    #expect(try inode("man/3/page.7") == file)
    #expect(try inode("man/3") != folder)
    wanted["5/page.7"] = "third"
    try build(wanted)
    #expect(try inode("man/3/page.7") == file)
    #expect(try inode("man/3") == folder)
    #expect(try pages() == wanted)
  }

  @Test("a spare output that somebody touched, or reads, is not used")
  func doubtsTheSpare() throws {
    var wanted: [String: String] = [:]
    for place in 0..<40 { wanted["\(place)/page.7"] = "first" }
    try build(wanted)
    for round in 1...3 {
      wanted["5/page.7"] = "round \(round)"
      try build(wanted)
      try sandbox.write("mine", to: ".build.errkb-spare/man/7/notes.txt")
      wanted["6/page.7"] = "round \(round)"
      try build(wanted)
      #expect(try pages() == wanted)
    }
  }

  @Test("an output of few files leaves nothing beside it")
  func keepsSmallOutputsAlone() throws {
    for round in 1...3 { try build(["a/page.7": "round \(round)"]) }
    #expect(try sandbox.names(in: ".") == ["build"])
  }
}
