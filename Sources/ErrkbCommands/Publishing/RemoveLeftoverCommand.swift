internal import ArgumentParser
internal import Diagnostics
internal import Glibc

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
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      unsafe posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0)
    }
    let words = ["errkb", configuration.commandName ?? "", place.path, leftover]
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { for index in unsafe arguments.indices { unsafe free(arguments[index]) } }
    var process = pid_t()
    unsafe posix_spawn(&process, "/proc/self/exe", &actions, nil, &arguments, environ)
  }
}
