import BenchSupport
import Glibc

/// A second `build` after an edit, against a clean one of its own in the same round.
enum Rebuild {
  /// What is edited before a second build, in this order.
  ///
  /// The build that follows a clean one makes the output with which the next ones take turns.
  private enum Edit: CaseIterable {
    case firstPage, nothing, page, include, template

    var name: String {
      switch self {
      case .firstPage: "one page changed, just after a clean build"
      case .nothing: "nothing changed"
      case .page: "one page changed"
      case .include: "one include changed"
      case .template: "one template changed"
      }
    }

    /// What is put behind its file, another text in each round; an include stays one line, for it may
    /// stand in a cell of a table.
    func text(_ round: Int) -> String {
      switch self {
      case .nothing: ""
      case .firstPage: "\n\nOnce \(round).\n"
      case .page: "\n\nRound \(round).\n"
      case .include: " \(round)"
      case .template: "<!-- \(round) -->\n"
      }
    }

    var target: Double? {
      switch self {
      case .nothing: 0.05
      case .page: 0.08
      case .firstPage, .include, .template: nil
      }
    }
  }

  static func run(_ subject: BenchSubject, _ report: inout Report) throws(BenchError) {
    let folder = BenchFolder.shared.folder("rebuild")
    let (content, output) = (folder + "/content", folder + "/output")
    _ = try BenchCommand("cp", "-r", BenchCorpus.root, content).run()
    _ = try BenchCommand("mkdir", "-p", folder + "/templates/site").run()
    _ = try BenchCommand(
      "cp", "templates/site/event.mustache", folder + "/templates/site/event.mustache"
    ).run()
    // The output that a build keeps to take turns with: a clean build is not to clear it away.
    let spare = folder + "/.output.errkb-spare"
    let folders = subject.corpus.folders.map { content + $0.dropFirst(BenchCorpus.root.count) }
    let build = BenchCommand(
      [subject.errkb, "build"] + folders + ["-o", output, "--templates", folder + "/templates"])
    let files = try edited(in: folders, folder)

    report.heading("a second build, against a clean one of the same content")
    var clean: [ProcessRun] = []
    var second: [Edit: [ProcessRun]] = [:]
    var (spent, round) = (0.0, 0)
    while round < BenchSetting.rounds || (spent < BenchSetting.time * 2 && round < 11) {
      round += 1
      try BenchFolder.shared.remove(output)
      try BenchFolder.shared.remove(spare)
      let first = try build.run()
      clean.append(first)
      spent += first.wall
      for edit in Edit.allCases {
        if let file = files[edit] {
          try TextFile.append(edit.text(round), to: file)
        }
        let run = try build.run()
        second[edit, default: []].append(run)
        spent += run.wall
      }
    }
    for edit in Edit.allCases {
      guard let runs = second[edit] else { continue }
      let ratios = zip(runs, clean).map { $0.wall / $1.wall }
      let ratio = Median.of(ratios) ?? 0
      func told(_ runs: [ProcessRun]) -> String {
        "\(Figure.time(Median.of(runs.map(\.wall)) ?? 0)), "
          + Figure.megabytes(runs.map(\.peak).max() ?? 0)
      }
      Report.say("  \(edit.name): \(told(runs)); clean \(told(clean)); \(round) rounds")
      report.row(
        "second build of all, \(edit.name)", ours: told(runs),
        peer: "own clean build \(told(clean))",
        ratio: ratio, target: edit.target)
    }
    try BenchFolder.shared.remove(folder)
  }

  /// The file that each edit is made in: a page and an include from the middle of the content.
  private static func edited(in folders: [String], _ folder: String) throws(BenchError) -> [Edit:
    String]
  {
    func middle(_ condition: String) throws(BenchError) -> String? {
      let script = "find \"$@\" -type f -name '*.md' -size -9k \(condition) | sort"
      let files = try BenchCommand(["sh", "-c", script, "sh", folders[0]]).text()
        .split(separator: "\n")
      return files.isEmpty ? nil : String(files[files.count / 2])
    }
    var files: [Edit: String] = [.template: folder + "/templates/site/event.mustache"]
    files[.page] = try middle("-name '*10061*'")
    if files[.page] == nil { files[.page] = try middle("! -path '*includes*'") }
    files[.firstPage] = files[.page]
    files[.include] = try middle("-iname '*ssnoversion-md*'")
    if files[.include] == nil { files[.include] = try middle("-path '*includes*'") }
    return files
  }
}
