import Foundation
import Testing

/// `errkb explain --follow`: what is printed when, and how it ends.
@Suite struct FollowTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// A program that runs until it is told to end.
  private final class Following {
    private let process = Process()
    private let output: FileHandle
    private let errors: FileHandle
    private let folder: String

    init(_ arguments: [String], in sandbox: Sandbox) throws {
      folder = sandbox.path
      for name in ["out", "err"] {
        _ = FileManager.default.createFile(atPath: "\(folder)/\(name)", contents: nil)
      }
      output = try #require(FileHandle(forWritingAtPath: folder + "/out"))
      errors = try #require(FileHandle(forWritingAtPath: folder + "/err"))
      process.executableURL = URL(fileURLWithPath: Sandbox.errkb)
      process.arguments = ["explain", "--follow"] + arguments
      process.currentDirectoryURL = URL(fileURLWithPath: folder)
      process.environment = try sandbox.asking(["PATH": "/usr/bin:/bin"])
      process.standardOutput = output
      process.standardError = errors
      try process.run()
    }

    deinit { if process.isRunning { process.terminate() } }

    private func text(_ name: String) -> String {
      String(
        decoding: FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data(), as: UTF8.self
      )
    }

    /// Waits until a text is in the output, or among the notes; a program that never says it fails
    /// the test.
    func wait(
      for text: String, in name: String = "out", sourceLocation: SourceLocation = #_sourceLocation
    ) {
      let deadline = Date(timeIntervalSinceNow: 20)
      while Date() < deadline {
        if self.text(name).contains(text) { return }
        usleep(10_000)
      }
      Issue.record("'\(text)' never came: \(self.text(name))", sourceLocation: sourceLocation)
    }

    /// Asks it to end, and returns what it printed, its notes and its status.
    func end(_ signal: Int32 = SIGINT) -> Sandbox.Run {
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      return Sandbox.Run(
        output: text("out"), errors: text("err"), status: process.terminationStatus)
    }
  }

  private func append(_ text: String, to name: String) throws {
    let file = try #require(FileHandle(forWritingAtPath: "\(sandbox.path)/\(name)"))
    try file.seekToEnd()
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
  }

  @Test func printsEachErrorAsItComes() throws {
    try sandbox.write("Msg 18456, Level 14, State 38\nx\n", to: "log")
    let run = try Following(["log", "--lang", "en"], in: sandbox)
    // What was there is explained as ever.
    run.wait(for: "State 38 (1×)")
    try append("03:12:04 Error: 18456, Severity: 14, State: 8.\n", to: "log")
    run.wait(for: "03:12:04  18456  Login failed for user '…'.")
    // The message comes later than its number, in two halves.
    try append("03:12:05 Error: 823, Severity: 24, State: 2.\n03:12:05 The ", to: "log")
    run.wait(for: "  1×  823")
    try append("operating system\n", to: "log")
    let end = run.end()
    #expect(end.status == 0)
    #expect(end.errorLines.last?.hasPrefix("5 lines, 2 events, ") == true)
    // The first time with an explanation, then a line each.
    #expect(end.output.components(separatedBy: "→").count > 4)
    #expect(end.output.contains("03:12:04  18456  Login failed for user '…'.… State 8") == false)
  }

  @Test func readsFilesAnewThatAreCutOffOrReplaced() throws {
    let run = try Following(["log", "--format", "json"], in: sandbox)
    run.wait(for: "log is not there yet", in: "err")
    try sandbox.write("Msg 18456, Level 14, State 1\nx\ny\n", to: "log")
    run.wait(for: "\"state\":1,")
    // Cut off.
    try sandbox.write("Msg 18456, Level 14, State 2\n", to: "log.new")
    try #require(unsafe truncate("\(sandbox.path)/log", 0) == 0)
    run.wait(for: "log was cut off or replaced", in: "err")
    try append("Msg 18456, Level 14, State 5\n", to: "log")
    run.wait(for: "\"state\":5,")
    // Replaced.
    try #require(unsafe rename("\(sandbox.path)/log.new", "\(sandbox.path)/log") == 0)
    run.wait(for: "\"state\":2,")
    let end = run.end(SIGTERM)
    #expect(end.status == 0)
    #expect(end.output.split(separator: "\n").count == 3)
    #expect(end.output.split(separator: "\n").allSatisfy { $0.hasPrefix("{\"schema\":1,") })
    #expect(end.errorLines.last?.hasPrefix("5 lines, 1 event, ") == true)
  }

  @Test func nothingFoundIsStatus1() throws {
    try sandbox.write("x\n", to: "log")
    let run = try Following(["log", "other"], in: sandbox)
    run.wait(for: "other is not there yet", in: "err")
    let end = run.end()
    #expect(end.status == 1)
    #expect(end.output == "")
  }

  @Test func standardInputComesAsItHappens() throws {
    let script = """
      (echo 'Msg 18456, Level 14, State 8'
       until [ -s out ]; do :; done
       echo 'Msg 18456, Level 14, State 38') | timeout 20 $ERRKB explain --follow --lang en >out
      cat out
      """
    let run = try sandbox.run(script: script, environment: sandbox.asking())
    #expect(run.output.contains("State 8 (1×)"))
    #expect(run.output.contains("line 2  18456  Login failed for user '…'."))
    #expect(run.output.hasSuffix("State 38\n"))
  }

  @Test func aReaderThatLeavesEndsIt() throws {
    let script = """
      echo 'Msg 18456, Level 14, State 8' >log
      timeout 20 $ERRKB explain --follow log --format json | head -n 1 >/dev/null
      echo ${PIPESTATUS[0]}
      """
    let run = try sandbox.run(script: script, environment: sandbox.asking())
    #expect(run.output == "0\n")
  }
}
