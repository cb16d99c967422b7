internal import Diagnostics
internal import Glibc
internal import Processes

/// Shows text that is longer than the terminal through the reader's pager.
enum Pager {
  /// Writes text to standard output, or to the pager where standard output is a terminal that it
  /// does not fit.
  ///
  /// `ERRKB_PAGER`, then `PAGER`, then `less`; an empty one turns paging off. `less` without
  /// arguments is told to keep colours, to leave short texts on the screen and not to clear it.
  static func show(_ text: [UInt8], isWanted: Bool) {
    guard isWanted, Output.standard.isTerminal, !fits(text),
      let command = command(Environment.value), (try? PagerProcess(command))?.show(text) == true
    else {
      Output.standard.write(text)
      return
    }
  }

  private static func fits(_ text: [UInt8]) -> Bool {
    guard let rows = Output.standard.rows else { return true }
    return text.count { $0 == 0x0A } < rows
  }

  /// The shell command of the pager, or nil where there is none.
  private static func command(_ environment: (String) -> String?) -> String? {
    let chosen = environment("ERRKB_PAGER") ?? environment("PAGER") ?? "less"
    let words = chosen.split(separator: " ")
    guard let program = words.first, environment("TERM") != "dumb" else { return nil }
    let isBareLess = words.count == 1 && program.split(separator: "/").last == "less"
    return isBareLess ? "\(program) -RFX" : chosen
  }
}

/// A pager that runs, reading from us.
private struct PagerProcess {
  private let process: ChildProcess
  private let input: Int32

  /// What the shell returns for a command that it does not find or may not run.
  private static let notRunnable: Set<Int32> = [126, 127]

  /// Starts a shell command.
  init(_ command: String) throws(FileError) {
    let pipe = try Pipe()
    defer { close(pipe.reading) }
    do throws(FileError) {
      process = try ChildProcess(
        ["sh", "-c", command], in: "/bin/sh", streams: .init(input: pipe.reading))
    } catch {
      close(pipe.writing)
      throw error
    }
    input = pipe.writing
  }

  /// Hands text over and waits for the reader to leave; false where the pager could not be run.
  func show(_ text: [UInt8]) -> Bool {
    // An interrupt is the pager's to deal with: if we went first, it would fight the shell for
    // the terminal.
    let interrupt = signal(SIGINT, SIG_IGN)
    defer { _ = signal(SIGINT, interrupt) }
    // A pager that is left before its end is no failure.
    Descriptor.write(text, to: input)
    close(input)
    guard let status = process.wait() else { return true }
    return !Self.notRunnable.contains(status)
  }
}
