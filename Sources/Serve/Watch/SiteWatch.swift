package import Diagnostics
internal import Dispatch
internal import Synchronization

/// Builds the site whenever its content changes, and puts up news of it.
package final class SiteWatch: Sendable {
  private let folders: [String]
  /// Says of a folder that it is no content.
  private let isIgnored: @Sendable (String) -> Bool
  private let rebuilder: Rebuilder
  private let board: NewsBoard
  private let isStopped = Mutex(false)

  package init(
    _ folders: [String], ignoring isIgnored: @escaping @Sendable (String) -> Bool,
    rebuilder: Rebuilder, board: NewsBoard
  ) {
    self.folders = folders
    self.isIgnored = isIgnored
    self.rebuilder = rebuilder
    self.board = board
  }

  /// Builds at once, then after each change, until it is stopped; blocks its thread.
  package func run() throws(FileError) {
    // Watched before it is built: what changes meanwhile is built next.
    let watch = try FolderWatch(folders, ignoring: isIgnored)
    repeat { try build() } while try hasChanged(watch)
  }

  /// Ends `run`, and a build that runs.
  package func stop() {
    isStopped.withLock { $0 = true }
    rebuilder.stop()
  }

  /// Waits for a change; false once it is stopped.
  private func hasChanged(_ watch: FolderWatch) throws(FileError) -> Bool {
    while !isStopped.withLock({ $0 }) {
      if try watch.wait(milliseconds: 250) { return true }
    }
    return false
  }

  private func build() throws(FileError) {
    post { $0.state = .building }
    let outcome = try rebuilder.build()
    post { news in
      news.state = outcome.isBuilt ? .built : .failed
      news.diagnostics = outcome.diagnostics
      if outcome.isBuilt { news.edition += 1 }
    }
  }

  /// Puts up news; they come in the order in which they were posted, as each is waited for.
  private func post(_ change: @escaping @Sendable (inout News) -> Void) {
    let posted = DispatchSemaphore(value: 0)
    Task {
      await board.post(change)
      posted.signal()
    }
    posted.wait()
  }
}
