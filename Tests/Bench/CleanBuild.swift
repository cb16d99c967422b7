import BenchSupport

/// `build` of all that there is, against Hugo's site of the same pages; and parts of it against what
/// does nearly the same.
enum CleanBuild {
  static func run(_ subject: BenchSubject, _ report: inout Report) throws(BenchError) {
    let hugo = try HugoSite(subject.corpus)
    let output = BenchFolder.shared.path + "/built"
    func build(_ options: String...) -> BenchCommand {
      BenchCommand([subject.errkb, "build"] + subject.corpus.folders + ["-o", output] + options)
        .prepared { () throws(BenchError) in try BenchFolder.shared.remove(output) }
    }
    report.heading("build, against hugo, which makes HTML and nothing else")
    try report.headline(
      "clean build of catalogue with index, site and man pages; Hugo: HTML of the same pages",
      Contest(
        name: "catalogue, site, man", ours: build(), peer: hugo.command, target: 0.35,
        memoryTarget: 0.2)
    ) { result in
      (
        FolderSize(output).told(after: result.ours),
        FolderSize(hugo.output).told(after: result.peer)
      )
    }
    try report.headline(
      "clean build of the typed catalogue with its index alone; Hugo as above",
      Contest(name: "catalogue", ours: build("--only", "catalogue"), peer: hugo.command))
    try report.headline(
      "the same; Pagefind: an index of Hugo's HTML, which it does not make",
      Contest(
        name: "catalogue", ours: build("--only", "catalogue"),
        peer: BenchCommand(
          "pagefind", "--site", hugo.output, "--output-path",
          BenchFolder.shared.path + "/pagefind")))
    for folder in [output, hugo.folder, BenchFolder.shared.path + "/pagefind"] {
      try BenchFolder.shared.remove(folder)
    }
  }
}
