import Foundation
import Glibc
import Testing

@testable import ErrkbCommands

/// How an output takes its place.
struct StagedOutputTests {
  private let sandbox: Sandbox
  private let output: NumberedOutput

  init() throws {
    sandbox = try Sandbox()
    output = NumberedOutput(path: "\(sandbox.path)/build")
  }

  private func status(of name: String) -> stat {
    var status = stat()
    unsafe lstat("\(sandbox.path)/\(name)", &status)
    return status
  }

  /// The message with which a build is refused.
  private func refusal(of path: String? = nil) throws -> String {
    var output = output
    output.path = path ?? output.path
    let error = #expect(throws: UnfitOutput.self) { try output.stage() }
    return error.map { "\($0)".replacing(sandbox.path + "/", with: "") } ?? ""
  }

  @Test(arguments: [FolderExchange.Way.atOnce, .inTwoSteps])
  func changesAsAWholeAndLeavesNothingBeside(way: FolderExchange.Way) throws {
    for number in 1...3 {
      let staged = try output.stage(way: way)
      try output.write(number, to: staged)
      if number > 1 { #expect(try output.readWhole() == number - 1) }
      try staged.publish()
      #expect(try output.readWhole() == number)
      staged.removeFormer()
      #expect(try sandbox.names(in: ".") == ["build"])
    }
  }

  @Test func whatIsNotPublishedGoes() throws {
    var staged: StagedOutput? = try output.stage()
    if let staged { try output.write(1, to: staged) }
    #expect(try sandbox.names(in: ".").count == 2)
    staged = nil
    #expect(try sandbox.names(in: ".") == [])
  }

  @Test func listsItsFilesInOrder() throws {
    try output.build(1)
    let list = String(decoding: try sandbox.bytes(of: "build/.errkb"), as: UTF8.self)
    #expect(
      list.split(separator: "\n").map(String.init) == NumberedOutput.pages.sorted())
  }

  @Test func keepsThePermissionsOfTheFolder() throws {
    try output.build(1)
    let isChanged = unsafe chmod(output.path, 0o2750) == 0
    #expect(isChanged)
    try output.build(2)
    #expect(status(of: "build").st_mode & 0o7777 == 0o2750)
  }

  @Test func aPartThatIsKeptIsTheSameFileAndNeverMissing() throws {
    try sandbox.write("catalogue", to: "catalogue")
    try output.build(1, catalogue: "\(sandbox.path)/catalogue")
    let staged = try output.stage(keeping: [.catalogue])
    #expect(sandbox.exists("build/catalogue.db"))
    try output.write(2, to: staged)
    try staged.publish()
    #expect(status(of: "build/catalogue.db").st_ino == status(of: "catalogue").st_ino)
    staged.removeFormer()
    #expect(try sandbox.bytes(of: "build/catalogue.db") == Array("catalogue".utf8))
    #expect(try output.readWhole() == 2)
  }

  @Test func aSharedLockKeepsTheFormerOutputForItsReader() throws {
    try output.build(1)
    let folder = unsafe open(output.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    #expect(flock(folder, LOCK_SH) == 0)
    try output.build(2)
    let former = try NumberedOutput.pages.map {
      try output.number(of: $0, in: "/proc/self/fd/\(folder)")
    }
    #expect(Set(former) == [1])
    close(folder)
    try output.build(3)
    #expect(try sandbox.names(in: ".") == ["build"])
  }
}

// MARK: - Two builds

extension StagedOutputTests {
  @Test(arguments: ["build/", "./x/../build/.", "link", "link/", "there/build", "to"])
  func oneWaitsForTheOtherHoweverThePlaceIsWritten(spelling: String) throws {
    try output.build(1)
    try sandbox.makeFolder("x")
    for (link, target) in [("link", "build"), ("there", "."), ("to", "there/link/.")] {
      try sandbox.link(link, to: target)
    }
    let other = NumberedOutput(path: "\(sandbox.path)/\(spelling)")
    let staged = try output.stage()
    #expect(throws: NumberedOutput.Waited.self) { try other.stage() }
    try output.write(2, to: staged)
    try staged.publish()
    // The lock did not go with the folder.
    try other.build(3)
    #expect(try output.readWhole() == 3)
    #expect(status(of: "link").st_mode & S_IFMT == S_IFLNK)
    staged.removeFormer()
    #expect(try sandbox.names(in: ".") == ["build", "link", "there", "to", "x"])
  }

  @Test func outputsBesideOneAnotherDoNotWait() throws {
    let other = NumberedOutput(path: "\(sandbox.path)/build.errkb-x")
    let (first, second) = (try output.stage(), try other.stage())
    try output.write(1, to: first)
    try other.write(2, to: second)
    try first.publish()
    try second.publish()
    #expect(try output.readWhole() == 1)
    #expect(try other.readWhole() == 2)
  }

  @Test func whatARunningBuildMakesIsNotTouched() throws {
    let running = try output.stage()
    try output.write(1, to: running)
    // Somebody tidies up, and the next build cannot know of this one.
    try sandbox.remove(".build.errkb-lock")
    try output.build(2)
    #expect(sandbox.exists(URL(filePath: running.path).lastPathComponent))
  }
}

// MARK: - What a killed build left

extension StagedOutputTests {
  @Test func isRemovedByTheNext() throws {
    try sandbox.write("", to: ".build.errkb-abc123/.errkb")
    try sandbox.write("half", to: ".build.errkb-abc123/site/a/index.html")
    try sandbox.write("", to: ".build.errkb-lock")
    try output.build(1)
    #expect(try sandbox.names(in: ".") == ["build"])
  }

  @Test func whatOnlyHasSuchANameStays() throws {
    try sandbox.write("mine", to: ".build.errkb-abc123/notes.txt")
    try sandbox.write("mine", to: ".build.errkb-abc12/.errkb")
    try sandbox.write("mine", to: ".other.errkb-abc123/.errkb")
    try output.build(1)
    #expect(
      try sandbox.names(in: ".")
        == [".build.errkb-abc12", ".build.errkb-abc123", ".other.errkb-abc123", "build"])
    #expect(try sandbox.bytes(of: ".build.errkb-abc123/notes.txt") == Array("mine".utf8))
  }

  @Test func betweenTheTwoStepsTheFormerOutputComesBack() throws {
    try output.build(1)
    try sandbox.move("build", to: ".build.errkb-old")
    try sandbox.link("link", to: "build")
    // Begun and given up, by a link that leads nowhere at the time.
    _ = try NumberedOutput(path: "\(sandbox.path)/link").stage()
    #expect(try output.readWhole() == 1)
    #expect(try sandbox.names(in: ".") == ["build", "link"])
  }

  @Test func afterTheTwoStepsTheFormerOutputGoes() throws {
    try output.build(1)
    try sandbox.move("build", to: ".build.errkb-old")
    try output.build(2)
    try output.build(3)
    #expect(try output.readWhole() == 3)
    #expect(try sandbox.names(in: ".") == ["build"])
  }

  @Test func removingTakesNoLongerThanAllowedAndCanGoOnElsewhere() throws {
    let leftover = "\(sandbox.path)/.build.errkb-abc123"
    try output.build(1)
    try sandbox.move("build", to: ".build.errkb-abc123")
    let place = try OutputPlace(output.path)
    #expect(!place.remove(leftover, for: .seconds(-1)))
    #expect(try sandbox.run(["remove-leftover", output.path, sandbox.path]).status == 2)
    #expect(try sandbox.names(in: ".") == [".build.errkb-abc123"])
    #expect(try sandbox.run(["remove-leftover", output.path, leftover]).status == 0)
    #expect(try sandbox.names(in: ".") == [])
  }
}

// MARK: - Folders that are not ours

extension StagedOutputTests {
  @Test(arguments: ["notes.txt", "site/CNAME", "site/1/1/notes.txt", "site/new/", "site/0/.x"])
  func whatAnybodyPutThereIsNamedAndStays(name: String) throws {
    try output.build(1)
    if name.hasSuffix("/") {
      try sandbox.makeFolder("build/\(name)")
    } else {
      try sandbox.write("mine", to: "build/\(name)")
    }
    let shown = name.hasSuffix("/") ? String(name.dropLast()) : name
    #expect(
      try refusal()
        == "'build' holds '\(shown)', which errkb did not write; give an empty or a new folder "
        + "with --output")
    #expect(sandbox.exists("build/\(name)"))
    #expect(try output.readWhole() == 1)
    #expect(try sandbox.names(in: ".") == ["build"])
  }

  @Test func aLinkInPlaceOfOurFolderIsNotOurs() throws {
    try output.build(1)
    try sandbox.move("build/site", to: "elsewhere")
    try sandbox.link("build/site", to: "../elsewhere")
    #expect(try refusal().hasPrefix("'build' holds 'site', "))
    #expect(sandbox.exists("elsewhere/1/1/index.html"))
  }

  @Test func whatIsMissingOrChangedIsNoHindrance() throws {
    try output.build(1)
    try sandbox.remove("build/site/1/1/index.html")
    try sandbox.write("mended by hand", to: "build/site/2/2/index.html")
    try output.build(2)
    #expect(try output.readWhole() == 2)
  }

  @Test func whatIsPutThereDuringABuildIsNotLost() throws {
    try output.build(1)
    let staged = try output.stage()
    try output.write(2, to: staged)
    try sandbox.write("mine", to: "build/site/1/notes.txt")
    try staged.publish()
    staged.removeFormer()
    #expect(try output.readWhole() == 2)
    try output.build(3)
    let left = URL(filePath: staged.path).lastPathComponent
    #expect(try sandbox.bytes(of: "\(left)/site/1/notes.txt") == Array("mine".utf8))
    #expect(try sandbox.names(in: "\(left)/site/1") == ["notes.txt"])
  }

  @Test func anEmptyFolderIsTaken() throws {
    try sandbox.makeFolder("build")
    try output.build(1)
    #expect(try output.readWhole() == 1)
  }

  @Test func theRootIsRefused() throws {
    #expect(
      try refusal(of: "/")
        == "'/' is where a file system begins, so it cannot be exchanged as a whole; give a folder "
        + "in it with --output")
  }
}
