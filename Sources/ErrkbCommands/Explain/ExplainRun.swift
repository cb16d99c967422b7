internal import Catalogue
internal import Diagnostics
internal import Glibc
internal import Index
internal import Logs
internal import Render

/// Reads the logs of an `explain` request and prints what is in them.
struct ExplainRun {
  private let request: ExplainRequest
  private let reader: CatalogueReader

  init(_ request: ExplainRequest, reader: CatalogueReader) {
    self.request = request
    self.reader = reader
  }

  /// Prints the answer and returns how the program ends.
  func run() -> ExitStatus {
    do {
      let knowledge = try LogKnowledge(reader)
      if request.isFollowing { return try FollowRun(request, reader, knowledge).run() }
      return try explain(knowledge)
    } catch {
      Note.say("\(error)")
      return .failure
    }
  }

  private func explain(_ knowledge: LogKnowledge) throws -> ExitStatus {
    let clock = ContinuousClock()
    let start = clock.now
    var status = ExitStatus.success
    var sum = LogSum(namesFiles: request.files.count > 1)
    let scan = LogScan(knowledge, jobs: Environment.processors)
    for file in request.files {
      do throws(FileError) {
        sum.add(try scan.tally(of: Self.open(file, request.words)), file: file)
      } catch {
        Note.say("\(error)")
        status = .failure
      }
    }
    let answer = try ExplainAnswer(request, reader, knowledge).write(sum)
    Self.note(summary: sum, events: answer.events, seconds: start.duration(to: clock.now))
    guard status == .success else { return status }
    return answer.isComplete ? .success : .nothing
  }

  /// Opens a log; says what to do where a person is to type it.
  static func open(_ file: String, _ words: InterfaceWords) throws(FileError) -> LogInput {
    guard file == "-" else { return try LogInput(path: file) }
    if isatty(STDIN_FILENO) == 1 { Note.say(words[.pasteNotice]) }
    return LogInput()
  }

  /// Says how much was read and found: `11 302 lines, 2 events, 0.1 s`.
  static func note(summary sum: LogSum, events: Int, seconds: Duration) {
    Output.error.writeLine(
      "\(count(sum.lineCount, "line")), \(count(events, "event")), "
        + Count.seconds(seconds))
  }

  private static func count(_ number: Int, _ thing: String) -> String {
    "\(ExplanationPrinter.grouped(number)) \(thing)\(number == 1 ? "" : "s")"
  }
}
