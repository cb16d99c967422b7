import Glibc

/// How much is measured.
enum BenchSetting {
  /// Whether all is to be over in a few minutes: fewer rounds, less content, a smaller log.
  static let isQuick = value("ERRKB_BENCH_QUICK").map { !$0.isEmpty && $0 != "0" } ?? false

  /// The one group to measure; all if empty.
  static let only = value("ERRKB_BENCH_ONLY") ?? ""

  /// The size of the log, in MB of 2²⁰.
  static let logMegabytes =
    value("ERRKB_BENCH_LOG_MB").flatMap { Int($0) } ?? (isQuick ? 128 : 1024)

  /// The sizes that content is made in, in pages.
  static let sizes =
    value("ERRKB_BENCH_SIZES").map { $0.split(separator: ",").compactMap { Int($0) } }
    ?? (isQuick ? [1_000, 3_000, 10_000] : [10_000, 30_000, 100_000, 300_000, 1_000_000])

  /// Where the tables go that are to stand in a README; nowhere else if there is none.
  static let table = value("ERRKB_BENCH_TABLE")

  /// How long a contest may take, in seconds, once it had its least rounds.
  static let time = isQuick ? 4.0 : 25.0

  /// The least rounds.
  static let rounds = isQuick ? 2 : 3

  static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
