/// Parsing and rendering in one process and one thread, against cmark-gfm and others.
///
/// errkb's side is this bench as a process of its own, which reads the files, parses, and renders: all
/// of that is timed, as it is of the peers.
enum Parsing {
  /// How many pages pandoc gets, which takes long for each.
  private static let sample = "200"

  static func run(_ subject: BenchSubject, _ report: inout Report) throws(BenchError) {
    let folder = BenchFolder.shared.folder("split")
    _ = try BenchTask.command("task-split", [folder, sample] + subject.corpus.folders).run()
    let pages = folder + "/pages.md"
    let render = BenchTask.command(
      "task-render", ["0", folder + "/lists.txt"] + subject.corpus.folders)
    report.heading("parsing pages and rendering HTML, one process, one thread")
    try report.headline(
      "pages to HTML, with front matter and includes, one thread; cmark-gfm: their concatenation",
      Contest(
        name: "render, tables", ours: render,
        peer: BenchCommand("cmark-gfm", "-e", "table", "--unsafe", pages), target: 1))
    try report.run([
      Contest(
        name: "render, cmark knows no tables", ours: render,
        peer: BenchCommand("cmark", "--unsafe", pages)),
      Contest(
        name: "typed pages as well",
        ours: BenchTask.command(
          "task-type", ["0", folder + "/lists.txt"] + subject.corpus.folders),
        peer: BenchCommand("cmark-gfm", "-e", "table", "--unsafe", pages)),
    ])
    var pandoc = BenchCommand(
      "sh", "-c", "exec xargs -a \"$0\" pandoc -f gfm -t html", folder + "/sample.txt")
    pandoc.statuses = 0...0
    if BenchCommand("pandoc").isInstalled {
      try report.headline(
        "the first \(sample) pages to HTML, one process",
        Contest(
          name: "\(sample) pages",
          ours: BenchTask.command(
            "task-render", [sample, folder + "/lists.txt"] + subject.corpus.folders), peer: pandoc,
          peerName: "pandoc"))
    }
    report.heading("message lists")
    try report.headline(
      "message lists, bytes to catalogue rows, one thread; cmark-gfm: parsing and HTML",
      Contest(
        name: "lists", ours: BenchTask.command("task-lists", [folder + "/lists"]),
        peer: BenchCommand("cmark-gfm", "-e", "table", folder + "/lists.md"), target: 0.3))
    try BenchFolder.shared.remove(folder)
  }
}
