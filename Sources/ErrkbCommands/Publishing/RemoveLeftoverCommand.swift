internal import ArgumentParser
internal import Diagnostics
internal import Glibc
internal import Processes

/// `errkb remove-leftover`: what a build starts at its end where the former output takes long to
/// remove, so that nobody has to wait for it.
///
/// Not for users, but harmless: only what errkb wrote goes.
///
/// Sixty thousand files are gone in a second or two, and on a disk that is told of every block that
/// is freed in minutes.
struct RemoveLeftoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove-leftover", abstract: "Remove a former output.", shouldDisplay: false)

  @Argument var output: String
  @Argument var leftover: String

  func run() throws {
    // What ends the build's terminal or folder is none of our business, and everybody comes first.
    setsid()
    nice(19)
    unsafe chdir("/")
    let place = try OutputPlace(output)
    guard place.stagingPaths().contains(leftover) else { throw ExitStatus.failure }
    _ = place.remove(leftover)
  }

  /// Starts it and leaves it alone; where it cannot be started, the next build removes what is
  /// left.
  static func start(_ place: OutputPlace, _ leftover: String) {
    let nothing = unsafe open("/dev/null", O_RDWR | O_CLOEXEC)
    guard nothing >= 0 else { return }
    defer { close(nothing) }
    let words = ["errkb", configuration.commandName ?? "", place.path, leftover]
    _ = try? ChildProcess(
      words, in: "/proc/self/exe",
      streams: .init(input: nothing, output: nothing, errors: nothing))
  }
}
