/// Parsing and rendering in one process and one thread, against cmark-gfm and others.
///
/// errkb's side is this bench as a process of its own, which reads the files, and is timed from then on:
/// its peers read one file that holds all.
enum Parsing {
  /// How many pages pandoc gets, which takes long for each.
  private static let sample = "200"

  static func run(_ subject: BenchSubject, _ report: inout Report) throws(BenchError) {
    let folder = BenchFolder.shared.folder("split")
    _ = try BenchTask.command("task-split", [folder, sample] + subject.corpus.folders).run()
    let pages = folder + "/pages.md"
    func task(_ name: String, _ words: String...) -> BenchCommand {
      var command = BenchTask.command(name, words + (words.count > 1 ? subject.corpus.folders : []))
      command.tellsItsTime = true
      return command
    }
    let render = task("task-render", "0", folder + "/lists.txt")
    report.heading("parsing pages and rendering HTML, one process, one thread")
    try report.headline(
      "pages to HTML in process, with front matter and includes, one thread; cmark-gfm: their concatenation",
      Contest(
        name: "render, tables", ours: render,
        peer: BenchCommand("cmark-gfm", "-e", "table", "--unsafe", pages), target: 1))
    try report.run([
      Contest(
        name: "render, cmark knows no tables", ours: render,
        peer: BenchCommand("cmark", "--unsafe", pages)),
      Contest(
        name: "typed pages as well",
        ours: task("task-type", "0", folder + "/lists.txt"),
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
      "message lists to rows in process, one thread; cmark-gfm: parsing and HTML",
      Contest(
        name: "lists", ours: task("task-lists", folder + "/lists"),
        peer: BenchCommand("cmark-gfm", "-e", "table", folder + "/lists.md"), target: 0.3))
    try report.run([
      Contest(
        name: "put right and in order as well",
        ours: task("task-messages", folder + "/lists"),
        peer: BenchCommand("cmark-gfm", "-e", "table", folder + "/lists.md"))
    ])
    try BenchFolder.shared.remove(folder)
  }
}
