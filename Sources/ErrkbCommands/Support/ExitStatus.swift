internal import Glibc

/// How the program ends, everywhere; thrown by a command that has said what there was to say.
enum ExitStatus: Int32, Error {
  /// Found, or done.
  case success = 0
  /// Nothing found, or the content has errors.
  case nothing = 1
  /// Wrong use, unreadable input, or failure.
  case failure = 2

  /// Ends the process.
  func exit() -> Never { Glibc.exit(rawValue) }
}
