internal import Catalogue
internal import Diagnostics
internal import Glibc
internal import Index
internal import Logs
internal import Processes
internal import Render

/// Follows logs and prints each error as it comes, until it is interrupted.
///
/// As text, what is there at the beginning is explained as ever; then an event that is new has its
/// explanation, one that came before a line. As JSON, every occurrence is a line.
struct FollowRun {
  private struct Log {
    var file: String
    var source: FollowedLog
    var scanner: StreamScanner
    /// Whether what was there at the beginning has been read.
    var isCaughtUp = false
    var hasEnded = false
  }

  private let request: ExplainRequest
  private let knowledge: LogKnowledge
  private let explainer: Explainer
  private let answer: ExplainAnswer
  private let said = SaidNotes()
  private let namesFiles: Bool

  init(
    _ request: ExplainRequest, _ reader: CatalogueReader, _ knowledge: LogKnowledge
  ) {
    self.request = request
    self.knowledge = knowledge
    explainer = Explainer(request, reader, knowledge)
    answer = ExplainAnswer(request, reader, knowledge)
    namesFiles = request.files.count > 1
  }

  func run() throws(CatalogueError) -> ExitStatus {
    let clock = ContinuousClock()
    let start = clock.now
    let interrupts = Interrupts()
    var status = ExitStatus.success
    /// What was read from logs that were cut off or replaced since.
    var former: [(file: String, tally: Tally)] = []
    var printed: Set<Int> = []
    var logs = request.files.map { makeLog($0) }
    for log in logs where log.file != "-" && !exists(log) {
      Note.say(request.words.notice(.awaitedNotice, ["file": VisibleText.visible(log.file)]))
    }
    var isBegun = false
    while !interrupts.isInterrupted, logs.contains(where: { !$0.hasEnded }) {
      var hasNews = false
      for index in logs.indices where !logs[index].hasEnded {
        switch logs[index].source.read() {
        case .bytes(let bytes):
          hasNews = true
          logs[index].scanner.read(bytes)
        case .nothing:
          logs[index].isCaughtUp = true
        case .anew:
          hasNews = true
          logs[index].scanner.finish()
          try write(&logs[index], atRest: true, &printed)
          former.append((logs[index].file, logs[index].scanner.tally))
          let file = VisibleText.visible(logs[index].file)
          Note.say(request.words.notice(.readAnewNotice, ["file": file]))
          logs[index].scanner = StreamScanner(knowledge, keepsOccurrences: true)
        case .end:
          logs[index].scanner.finish()
          logs[index].hasEnded = true
          logs[index].isCaughtUp = true
        case .failure(let error):
          Note.say("\(error)")
          status = .failure
          logs[index].hasEnded = true
          logs[index].isCaughtUp = true
        }
      }
      if !isBegun, logs.allSatisfy(\.isCaughtUp) {
        isBegun = true
        try begin(&logs, &printed)
      }
      for index in logs.indices {
        let atRest = !hasNews || logs[index].hasEnded
        try write(&logs[index], atRest: atRest, &printed)
      }
      if !hasNews, logs.contains(where: { !$0.hasEnded }) {
        if Output.standard.isAbandoned { ExitStatus.success.exit() }
        interrupts.wait()
      }
    }
    var sum = LogSum(namesFiles: namesFiles)
    for (file, tally) in former { sum.add(tally, file: file) }
    for index in logs.indices {
      logs[index].scanner.finish()
      try write(&logs[index], atRest: true, &printed)
      sum.add(logs[index].scanner.tally, file: logs[index].file)
    }
    let events = sum.explanations(knowledge.known).count
    answer.noteUnknown(sum)
    ExplainRun.note(summary: sum, events: events, seconds: start.duration(to: clock.now))
    return status == .success && events == 0 ? .nothing : status
  }

  private func makeLog(_ file: String) -> Log {
    let isInput = file == "-"
    return Log(
      file: file, source: FollowedLog(path: isInput ? nil : file),
      scanner: StreamScanner(knowledge, keepsOccurrences: isInput || request.format == .json),
      // What comes through a pipe comes as it happens.
      isCaughtUp: isInput)
  }

  private func exists(_ log: Log) -> Bool { unsafe access(log.file, F_OK) == 0 }

  // MARK: Printing

  /// Explains what was there at the beginning.
  private func begin(_ logs: inout [Log], _ printed: inout Set<Int>) throws(CatalogueError) {
    guard request.format == .text else { return }
    var sum = LogSum(namesFiles: namesFiles)
    for index in logs.indices where !logs[index].scanner.keepsOccurrences {
      sum.add(logs[index].scanner.tally, file: logs[index].file)
      for event in logs[index].scanner.tally.eventsByCount { printed.insert(event.event) }
      logs[index].scanner.keepsOccurrences = true
    }
    let found = sum.explanations(knowledge.known)
    let layout = answer.printer.layout(of: found.map(\.event))
    for (index, (event, message)) in found.enumerated() {
      var event = event
      try explain(&event, message)
      write(event, at: index, of: layout)
    }
  }

  private func write(
    _ event: Explanation, at index: Int, of layout: ExplanationPrinter.Layout
  ) {
    var text: [UInt8] = []
    answer.printer.append(event, at: index, of: layout, to: &text)
    Output.standard.write(text)
  }

  private func explain(
    _ event: inout Explanation, _ message: BoundMessage?
  ) throws(CatalogueError) {
    guard case .fallback(let answer, _) = try explainer.explain(&event, message: message) else {
      return
    }
    said.say("\(answer.source)_\(answer.id): \(request.words.fallbackNotice(for: answer))")
  }

  /// Prints the errors that have come.
  private func write(
    _ log: inout Log, atRest: Bool, _ printed: inout Set<Int>
  ) throws(CatalogueError) {
    for occurrence in log.scanner.takeOccurrences(atRest: atRest) {
      var event = explanation(of: occurrence, in: log.file)
      try explain(&event, occurrence.message)
      if request.format == .json {
        var json = JSONWriter()
        ExplanationJSON.write(occurrence: event, to: &json)
        json.endLine()
        Output.standard.write(
          Output.standard.isTerminal ? TerminalGuard.visible(json: json.bytes) : json.bytes)
      } else if printed.insert(occurrence.event).inserted {
        write(event, at: 0, of: answer.printer.layout(of: [event]))
      } else {
        Output.standard.write(answer.printer.line(of: event))
      }
    }
  }

  private func explanation(of occurrence: Occurrence, in file: String) -> Explanation {
    let key = knowledge.known.events[occurrence.event].key
    let place = Explanation.Place(
      file: namesFiles ? file : nil, line: occurrence.line + 1,
      time: occurrence.time.map { String(decoding: $0, as: UTF8.self) })
    var event = Explanation(
      source: key.source, id: key.id, count: 1, first: place, last: place,
      hasNumber: occurrence.hasNumber)
    event.severity = occurrence.severity
    if let state = occurrence.state { event.states = [Explanation.State(number: state, count: 1)] }
    return event
  }
}

/// Says each thing once.
private final class SaidNotes {
  private var said: Set<String> = []

  func say(_ text: String) {
    if said.insert(text).inserted { Note.say(text) }
  }
}
