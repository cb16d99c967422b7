import Glibc
import Processes

/// What the bench does in a process of its own: what is measured itself, and what would make this
/// process large, for Linux counts what a parent held at its largest as held by the programs that it
/// starts (`setmax_mm_hiwater_rss` in fs/exec.c).
enum BenchTask {
  /// The tasks by the word that asks for them.
  static var all: [String: (_ words: [String]) throws -> Void] {
    [
      "task-log": LogTask.run, "task-text": CatalogueTextTask.run, "task-split": SplitTask.run,
      "task-render": ParsingTask.render, "task-type": ParsingTask.type,
      "task-lists": ParsingTask.lists, "task-messages": ParsingTask.messages,
      "task-page": ParsingTask.page,
    ]
  }

  static func run(_ words: [String]) throws { try all[words[0]]?(words) }

  /// Does the part of a task that counts, and tells how long it took.
  static func timed(_ work: () throws -> Void) throws {
    let start = BenchCommand.now
    try work()
    let line = Array("\(BenchCommand.now - start)\n".utf8)
    guard Descriptor.write(line, to: STDERR_FILENO) else { throw BenchError("cannot write") }
  }

  /// The command that does a task.
  static func command(_ task: String, _ words: [String]) -> BenchCommand {
    BenchCommand(["/proc/\(getpid())/exe", task] + words)
  }
}
