import BenchSupport

/// Instructions, which callgrind counts: they do not depend on what else the machine does.
enum InstructionCount {
  static func run(_ subject: BenchSubject, _ report: inout Report) throws(BenchError) {
    guard BenchCommand("valgrind").isInstalled else { return }
    report.heading("instructions, counted by callgrind, twice")
    let show = [
      subject.errkb, "show", "10061", "--lang", "fr", "--catalogue", subject.catalogue,
    ]
    report.fact(
      "instructions of `show 10061 --lang fr`", told(try count(show), try count(show)))

    let script = "cd \"$0\" && find . -name '*10061*' -size -9k | grep -i /fr | head -n 1"
    let page = try BenchCommand("sh", "-c", script, subject.corpus.folders[0]).text()
    guard let relative = page.split(separator: "\n").first?.dropFirst(2) else { return }
    func parsed(_ times: Int) throws(BenchError) -> Int {
      try count(
        BenchTask.command("task-page", [subject.corpus.folders[0], String(relative), "\(times)"])
          .words)
    }
    func once() throws(BenchError) -> Int {
      let many = 20
      return try parsed(many + 1) - parsed(many)
    }
    report.fact("instructions of reading its page into types", told(try once(), try once()))
  }

  private static func told(_ first: Int, _ second: Int) -> String {
    let (less, more) = (min(first, second), max(first, second))
    guard less != more else { return "\(Figure.grouped(first)), twice the same" }
    return
      "\(Figure.grouped(less)), and \(Figure.grouped(more - less)) more in the other of two runs"
  }

  /// How many instructions a program takes.
  private static func count(_ words: [String]) throws(BenchError) -> Int {
    let log = BenchFolder.shared.path + "/callgrind"
    // Neither addresses nor hashes at random, so that a program takes the same way each time.
    _ = try BenchCommand(
      [
        "env", "SWIFT_DETERMINISTIC_HASHING=1", "setarch", "-R", "valgrind", "--tool=callgrind",
        "--callgrind-out-file=/dev/null",
        "--log-file=\(log)",
      ] + words
    ).run()
    let words = TextFile.read(log).split { $0 == " " || $0 == "\n" }
    guard let place = words.firstIndex(of: "Collected"), words.count > place + 2,
      let count = Int(words[place + 2])
    else { throw BenchError("callgrind counted nothing") }
    return count
  }
}
