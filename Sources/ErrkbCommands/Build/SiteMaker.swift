internal import Diagnostics
internal import Glibc
internal import Processes

/// Makes the site of a catalogue by the program that does so, and waits for it.
struct SiteMaker {
  /// The catalogue's file.
  let catalogue: String
  /// The folder to write to, which is made where there is no former record.
  let folder: String
  /// The file with the record of what lies in the folder.
  var formerRecord: String?
  /// The file for the record of what lies there then.
  let record: String
  /// A folder of templates that come before those that ship.
  var templates: String?
  /// Where the site will stand; nil for what the catalogue says.
  var baseURL: String?
  let jobs: Int

  /// Makes the site; what is wrong is told by the program itself, on standard error.
  ///
  /// Throws `ExitStatus` where the program failed, `Interrupts.Interruption` where this one was asked
  /// to end: then the other has ended too.
  func run(_ interrupts: Interrupts, _ progress: BuildProgress) throws {
    var words = arguments(program: try SiteProgram.path())
    if progress.isShown { words.append("--progress") }
    let process = try BoundProcess(words)
    var reports = WorkReports()
    while let bytes = process.read(withinMilliseconds: 100) {
      if let report = reports.take(bytes) { progress.show(report.done, report.count) }
      if interrupts.isInterrupted { process.stop() }
    }
    let isDone = process.isDone()
    try interrupts.check()
    guard isDone else { throw ExitStatus.failure }
  }

  private func arguments(program: String) -> [String] {
    var words = [
      program, "build", "--bound", "--catalogue", catalogue, "--output", folder, "--jobs",
      String(jobs), "--record", record,
    ]
    if let formerRecord { words += ["--former", formerRecord] }
    if let templates { words += ["--templates", templates] }
    if let baseURL { words += ["--base-url", baseURL] }
    return words
  }
}

/// The program as it runs.
///
/// Two pipes bind it to this one: it ends when its input does, so that it never outlives a build that
/// was killed, and its output tells how far it is, and by its end, at once, that it has ended.
private final class BoundProcess {
  private let process: ChildProcess
  private let input: Int32
  private let output: Int32

  init(_ words: [String]) throws(FileError) {
    let down = try Pipe()
    input = down.writing
    defer { close(down.reading) }
    let up: Pipe
    do throws(FileError) {
      up = try Pipe()
    } catch {
      close(input)
      throw error
    }
    output = up.reading
    defer { close(up.writing) }
    do throws(FileError) {
      process = try ChildProcess(
        words, in: words[0], streams: .init(input: down.reading, output: up.writing))
    } catch {
      close(input)
      close(output)
      throw error
    }
  }

  deinit {
    close(input)
    close(output)
  }

  /// What it says, waiting so long at most; nil once it has ended.
  func read(withinMilliseconds time: Int32) -> ArraySlice<UInt8>? {
    var request = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&request, 1, time) > 0 else { return [] }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = unsafe Glibc.read(output, &buffer, buffer.count)
    return count > 0 ? buffer[..<count] : nil
  }

  /// Asks it to end.
  func stop() { process.stop() }

  /// Waits for its end; true where it did all that it was to do.
  func isDone() -> Bool { process.wait() == 0 }
}
