import BenchSupport

/// `show` against a client of tldr pages, which prints a short page of its cache, and others that look
/// something up.
enum LookUp {
  static func run(_ subject: BenchSubject, _ report: inout Report) throws(BenchError) {
    let show = BenchCommand(
      subject.errkb, "show", "10061", "--lang", "fr", "--catalogue", subject.catalogue)
    try makeCache()
    let tldr = BenchCommand("tldr", "-L", "fr", "tar")
    report.heading("show, one page in French")
    let target = 1.0
    let result = try report.headline(
      "`show 10061 --lang fr`, formatted; tealdeer: a page of its cache",
      Contest(name: "tldr -L fr tar", ours: show, peer: tldr, target: target, rounds: 101))
    let sql = "SELECT title, message FROM page WHERE source = 'MSSQLSERVER' AND number = 17"
    var man = BenchCommand("man", "-L", "fr", "man")
    man.statuses = 0...16
    try report.run([
      Contest(
        name: "tldr --version, the floor", ours: show, peer: BenchCommand("tldr", "--version"),
        rounds: 101),
      Contest(
        name: "sqlite3, one select by key", ours: show,
        peer: BenchCommand("sqlite3", subject.catalogue, sql), rounds: 51),
      Contest(name: "man -L fr man", ours: show, peer: man, rounds: 21),
    ])
    if let result { try crossCheck(show, tldr, result) }
  }

  /// Prints what hyperfine, which runs all of one and then all of the other, says of the same two.
  private static func crossCheck(
    _ show: BenchCommand, _ tldr: BenchCommand, _ result: Contest.Result
  ) throws(BenchError) {
    let file = BenchFolder.shared.path + "/hyperfine.json"
    let hyperfine = BenchCommand(
      "hyperfine", "-N", "--warmup", "10", "--runs", BenchSetting.isQuick ? "50" : "300",
      "--export-json", file, show.words.joined(separator: " "), tldr.words.joined(separator: " "))
    guard hyperfine.isInstalled else { return }
    _ = try hyperfine.run()
    let medians = TextFile.read(file).split(separator: "\n")
      .filter { $0.contains("\"median\":") }
      .compactMap { line in
        Double(line.split { !"0123456789.e-".contains($0) }.last.map(String.init) ?? "")
      }
    guard medians.count == 2 else { throw BenchError("no two medians in what hyperfine says") }
    Report.say(
      "  cross-check by hyperfine: \(Figure.time(medians[0])) and \(Figure.time(medians[1])), ratio "
        + "\(Figure.fixed(medians[0] / medians[1], 3)); in turns \(Figure.fixed(result.ratio, 3))")
  }

  /// Lays out what tealdeer keeps of pages that it has fetched, in the home of what is measured.
  private static func makeCache() throws(BenchError) {
    let folder = ".cache/tealdeer/tldr-pages/pages.fr/common"
    _ = try BenchCommand("mkdir", "-p", "\(BenchFolder.shared.path)/\(folder)").run()
    _ = try BenchFolder.shared.file("\(folder)/tar.md", Array(page.utf8))
  }

  /// As long as pages of tldr usually are.
  private static let page = """
    # tar

    > Range plusieurs fichiers dans une seule archive, ou les en sort.
    > Souvent suivi d’une compression, gzip ou xz par exemple.
    > Manuel complet : <https://www.gnu.org/software/tar>.

    - Ranger des fichiers dans une nouvelle archive :

    `tar cf {{archive.tar}} {{fichier1 fichier2 ...}}`

    - La même chose, compressée par gzip :

    `tar czf {{archive.tar.gz}} {{fichier1 fichier2 ...}}`

    - Ranger un dossier, avec des chemins qui partent de lui :

    `tar czf {{archive.tar.gz}} --directory={{chemin/du/dossier}} .`

    - Tout sortir ici, en disant le nom de chaque fichier :

    `tar xvf {{archive.tar.gz}}`

    - Tout sortir dans un autre dossier :

    `tar xf {{archive.tar.gz}} --directory={{chemin/du/dossier}}`

    - Choisir la compression d’après la fin du nom :

    `tar caf {{archive.tar.xz}} {{fichier1 fichier2 ...}}`

    - Dire ce que contient une archive :

    `tar tvf {{archive.tar}}`

    - Sortir les fichiers dont le nom suit un modèle :

    `tar xf {{archive.tar}} --wildcards "{{*.html}}"`

    """
}
