import Foundation
import Testing

/// What `build` makes of an output that is there already.
struct RebuildTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox(inMemory: true) }

  private func build(_ output: String, _ options: String = "") throws -> Sandbox.Run {
    try sandbox.runFast("build content -o \(output) --templates templates --jobs 2 \(options)")
  }

  /// All files below a folder but the state itself, with their bytes.
  private func files(in output: String) throws -> [String: Data] {
    let root = "\(sandbox.path)/\(output)"
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: root)
    where name != ".errkb-state" {
      let path = "\(root)/\(name)"
      var isFolder: ObjCBool = false
      guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        continue
      }
      files[name] = isFolder.boolValue ? Data() : try Data(contentsOf: URL(filePath: path))
    }
    return files
  }

  /// What was told, but for how long it took and where it went, and what is told of a site only when it
  /// is made.
  private func told(_ run: Sandbox.Run, _ output: String) -> [String] {
    run.errorLines.filter { !$0.contains("sitemap.xml") }.map { line in
      line.hasPrefix("\(output)/catalogue.db: ")
        ? line.dropFirst(output.count).split(separator: ";").dropLast().joined(separator: ";")
        : String(line)
    }
  }

  @Test("200 random edits of pages, fragments, lists, templates and settings: as a clean build")
  func equalsACleanBuild() throws {
    var content = try EditedContent(in: sandbox, seed: 7)
    for number in 1...200 {
      var edit = try content.edit()
      if number % 25 == 0, sandbox.exists("build") {
        edit += ", " + (try content.meddle(with: "build"))
      }
      let options = number % 9 == 0 ? "--only catalogue" : number % 11 == 0 ? "--only site" : ""
      if !options.isEmpty, sandbox.exists("build") {
        #expect(try build("build", options).status == 0, "\(number): \(edit)")
      }
      let rebuilt = try build("build")
      // A mistake would stay: what is made anew is what has changed since.
      guard number % 4 == 0 else { continue }
      let clean = try build("clean", "--clean")
      #expect(rebuilt.status == clean.status, "\(number): \(edit)")
      #expect(told(rebuilt, "build") == told(clean, "clean"), "\(number): \(edit)")
      let (left, right) = (try files(in: "build"), try files(in: "clean"))
      let differing = Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.sorted()
      try #require(differing.isEmpty, "\(number): \(edit)")
    }
  }

  @Test("where nothing has changed, nothing is touched, and all is told as before")
  func leavesAsItIs() throws {
    _ = try EditedContent(in: sandbox, seed: 1)
    // What was written this very moment might change without a sign.
    Thread.sleep(forTimeInterval: 0.2)
    let first = try build("build")
    let before = try inode(of: "build")
    let second = try build("build")
    #expect(second.status == 0)
    #expect(told(second, "build") == told(first, "build"))
    #expect(try inode(of: "build") == before)
    #expect(try build("build", "--clean").status == 0)
    #expect(try inode(of: "build") != before)
  }

  @Test("one page changed: what does not follow from it is the same file")
  func remakesWhatFollows() throws {
    _ = try EditedContent(in: sandbox, seed: 1)
    Thread.sleep(forTimeInterval: 0.2)
    #expect(try build("build").status == 0)
    let own = [
      "site/fr-fr/mssqlserver/10061/index.html", "site/api/fr-fr/mssqlserver/10061.json",
      "man/fr/man7/mssqlserver_10061.7", "catalogue.db",
    ]
    let others = [
      "site/fr-fr/mssqlserver/53/index.html", "site/fr-fr/mssqlserver/index.html",
      "site/sitemap.xml", "site/ja-jp/search/index.js", "man/fr/man7/mssqlserver_53.7",
      "man/man7/mssqlserver_10061.7",
    ]
    let before = try (own + others).map { try inode(of: "build/\($0)") }
    let page = "content/mssqlserver/fr-FR/10061.md"
    try sandbox.write(
      String(decoding: sandbox.bytes(of: page), as: UTF8.self) + "\n1. Autre chose.\n", to: page)
    #expect(try build("build").status == 0)
    let after = try (own + others).map { try inode(of: "build/\($0)") }
    for (place, name) in (own + others).enumerated() {
      #expect((before[place] == after[place]) == others.contains(name), "\(name)")
    }
  }

  @Test(
    "a state that is damaged, cut or of another program is worth nothing",
    arguments: [0, 20, 1000, -1])
  func doubts(_ place: Int) throws {
    _ = try EditedContent(in: sandbox, seed: 1)
    Thread.sleep(forTimeInterval: 0.2)
    _ = try build("build", "--only catalogue")
    let before = try inode(of: "build")
    var state = try sandbox.bytes(of: "build/.errkb-state")
    if place < 0 { state.removeLast(state.count / 2) } else { state[place] ^= 1 }
    try Data(state).write(to: URL(filePath: "\(sandbox.path)/build/.errkb-state"))
    #expect(try build("build", "--only catalogue").status == 0)
    #expect(try inode(of: "build") != before)
    #expect(try build("clean", "--only catalogue").status == 0)
    #expect(
      try sandbox.bytes(of: "build/catalogue.db") == sandbox.bytes(of: "clean/catalogue.db"))
  }

  private func inode(of name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(sandbox.path)/\(name)")
    return try #require(attributes[.systemFileNumber] as? Int)
  }
}
