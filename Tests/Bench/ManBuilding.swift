import BenchSupport

/// The man pages of a build, against lowdown started for every page.
enum ManBuilding {
  static func run(_ subject: BenchSubject, _ report: inout Report) throws(BenchError) {
    let folder = BenchFolder.shared.folder("man")
    let output = folder + "/output"
    _ = try BenchCommand("mkdir", output).run()
    _ = try BenchCommand(
      [subject.errkb, "build"] + subject.corpus.folders + ["-o", output, "--only", "catalogue"]
    ).run()
    let list = folder + "/pages.txt"
    let script = "find \"$@\" -name '*.md' ! -path '*/includes/*'"
    let pages = try BenchCommand(["sh", "-c", script, "sh"] + subject.corpus.folders).text()
    _ = try BenchFolder.shared.file("man/pages.txt", Array(pages.utf8))
    let count = pages.utf8.count { $0 == UInt8(ascii: "\n") }

    var lowdown = BenchCommand("xargs", "-a", list, "-n", "1", "lowdown", "-s", "-Tman")
    lowdown.statuses = 0...0
    guard BenchCommand("lowdown").isInstalled else { return }
    report.heading("man pages, against lowdown, a process a page")
    try report.headline(
      "man pages of a catalogue, those of events in every language and lists; lowdown: \(count) pages",
      Contest(
        name: "--only man",
        ours: BenchCommand(
          [subject.errkb, "build"] + subject.corpus.folders + [
            "-o", output, "--only", "man", "--clean",
          ]),
        peer: lowdown, peerName: "lowdown -s -Tman", target: 0.1)
    ) { result in
      let size = FolderSize(output + "/man")
      let ours = result.ours / Double(max(size.files, 1)) * 1e6
      let theirs = result.peer / Double(max(count, 1)) * 1e6
      return (
        "\(size.told(after: result.ours)), \(Figure.fixed(ours, 0)) µs a file",
        "\(Figure.fixed(theirs, 0)) µs a page"
      )
    }
    try BenchFolder.shared.remove(folder)
  }
}
