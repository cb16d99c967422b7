import Foundation
import TestSupport
import Testing

/// What `make install` and `make uninstall` do with the tree that is installed.
struct InstallTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    for name in ["bin/errkb", "share/man/fr/man7/mssqlserver_17.7", "share/errkb/catalogue.db"] {
      try sandbox.write(name, to: "tree/\(name)")
    }
  }

  /// Runs one of the scripts of the Makefile.
  private func run(_ name: String, _ arguments: String...) throws -> Sandbox.Run {
    let script = URL(filePath: Sandbox.content).deletingLastPathComponent()
      .appending(components: "scripts", name).path
    return try sandbox.run(script: ([script] + arguments).joined(separator: " "))
  }

  /// Every file and folder below the prefix, in order.
  private func tree() throws -> [String] {
    try sandbox.run(script: "cd prefix && find . -mindepth 1 | LC_ALL=C sort").output
      .split(separator: "\n").map { String($0.dropFirst(2)) }
  }

  @Test func uninstallLeavesWhatWasThere() throws {
    try sandbox.write("", to: "prefix/share/man/man1/other.1")
    try sandbox.write("", to: "prefix/bin/other")
    let before = try tree()
    #expect(try run("install-tree", "tree", "prefix").status == 0)
    #expect(try sandbox.bytes(of: "prefix/bin/errkb") == Array("bin/errkb".utf8))
    #expect(sandbox.exists("prefix/share/man/fr/man7/mssqlserver_17.7"))
    let run = try run("uninstall-tree", "prefix")
    #expect(run == .init(output: "", errors: "", status: 0))
    #expect(try tree() == before)
  }

  @Test func foldersThatOthersUseStay() throws {
    try sandbox.makeFolder("prefix")
    #expect(try run("install-tree", "tree", "prefix").status == 0)
    try sandbox.write("", to: "prefix/share/man/fr/man7/other.7")
    #expect(try run("uninstall-tree", "prefix").status == 0)
    #expect(
      try tree() == [
        "share", "share/man", "share/man/fr", "share/man/fr/man7", "share/man/fr/man7/other.7",
      ])
  }

  @Test func anotherInstallTakesAwayWhatTheFormerPut() throws {
    #expect(try run("install-tree", "tree", "prefix").status == 0)
    try sandbox.remove("tree/share/man/fr")
    try sandbox.write("", to: "tree/share/man/ja/man7/mssqlserver_17.7")
    #expect(try run("install-tree", "tree", "prefix").status == 0)
    #expect(!sandbox.exists("prefix/share/man/fr/man7/mssqlserver_17.7"))
    #expect(sandbox.exists("prefix/share/man/ja/man7/mssqlserver_17.7"))
    #expect(try run("uninstall-tree", "prefix").status == 0)
    #expect(try tree() == [])
  }

  @Test func whatIsNotInstalledIsNotRemoved() throws {
    try sandbox.write("", to: "prefix/bin/errkb")
    let run = try run("uninstall-tree", "prefix")
    #expect(run.status == 1)
    #expect(run.errors == "errkb: nothing is installed below prefix\n")
    #expect(sandbox.exists("prefix/bin/errkb"))
  }
}
