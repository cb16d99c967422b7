/// How far a program has come, as it tells the one that started it: `12 340\n`, what is done and what
/// is to be done, in decimal.
package struct WorkReport: Sendable, Equatable {
  package var done: Int
  package var count: Int

  package init(done: Int, count: Int) {
    self.done = done
    self.count = count
  }

  /// The report as it is sent, with its line end.
  package var line: [UInt8] { Array("\(done) \(count)\n".utf8) }

  /// A report that was received, without its line end; nil where it is none.
  package init?(line: some Sequence<UInt8>) {
    let words = String(decoding: Array(line), as: UTF8.self).split(separator: " ").map { Int($0) }
    guard words.count == 2, let done = words[0], let count = words[1], 0...max(count, 0) ~= done
    else { return nil }
    self.init(done: done, count: count)
  }
}

/// Reports as they come in pieces from a pipe.
package struct WorkReports: Sendable {
  private var rest: [UInt8] = []

  package init() {}

  /// Takes what was read; the last report that is whole, if there is one.
  package mutating func take(_ bytes: some Sequence<UInt8>) -> WorkReport? {
    rest += bytes
    var lines = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let unfinished = lines.removeLast()
    defer { rest = Array(unfinished) }
    return lines.last.flatMap { WorkReport(line: $0) }
  }
}
