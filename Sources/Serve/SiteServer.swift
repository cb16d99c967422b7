internal import FlyingFox
internal import FlyingSocks
internal import Glibc

/// Serves a site on this machine alone, until it is stopped.
package struct SiteServer: Sendable {
  /// Why the server did not start.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  private let folder: ServedFolder
  private let port: UInt16
  private let board: NewsBoard?
  private let patience: Duration

  /// A server of the site in a folder; with port 0 the system chooses one.
  ///
  /// Pages listen to the board for news, each time for as long as `patience`.
  package init(
    _ folder: ServedFolder, port: UInt16, board: NewsBoard? = nil,
    patience: Duration = .seconds(10)
  ) {
    self.folder = folder
    self.port = port
    self.board = board
    self.patience = patience
  }

  /// Serves until the task is cancelled; `started` is told the address when requests are taken.
  package func run(started: @escaping @Sendable (String) -> Void) async throws {
    let server = HTTPServer(
      address: try .inet(ip4: "127.0.0.1", port: port), timeout: 60, logger: .disabled,
      handler: SiteHandler(folder: folder, board: board, patience: patience))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run() }
      group.addTask {
        try await server.waitUntilListening()
        guard case .ip4(_, let port)? = await server.listeningAddress else { return }
        started("http://localhost:\(port)/")
      }
      defer { group.cancelAll() }
      do {
        try await group.waitForAll()
      } catch {
        if Task.isCancelled { return }
        throw Failure(description: description(of: error))
      }
    }
  }

  private func description(of error: any Error) -> String {
    guard case SocketError.failed(_, let code, let message) = error else { return "\(error)" }
    return code == EADDRINUSE
      ? "port \(port) is taken; give another with --port, or 0 for any" : message
  }
}
