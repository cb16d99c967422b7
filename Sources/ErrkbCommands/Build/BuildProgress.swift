/// One line on a terminal that tells how far the reading of content is.
final class BuildProgress {
  private let output: Output
  private let isShown: Bool
  private var last = -1

  init(_ output: Output) {
    self.output = output
    isShown = output.isTerminal
  }

  /// Shows how many files of how many are read, when the percentage has changed.
  func show(_ done: Int, _ count: Int) {
    guard isShown, count > 0 else { return }
    let percent = done * 100 / count
    guard percent != last else { return }
    last = percent
    let cells = 30
    let filled = done * cells / count
    let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: cells - filled)
    output.write(Array("\r\(bar) \(done) of \(count)".utf8))
  }

  /// Takes the line away again.
  func clear() {
    if isShown, last >= 0 { output.write(Array("\r\u{1B}[K".utf8)) }
    last = -1
  }
}
