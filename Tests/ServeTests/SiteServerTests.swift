import Foundation
import Synchronization
import Testing

import Serve
import TestSupport

struct SiteServerTests {
  private let site = Folder(
    File("index.html", "<html><head><title>x</title></head><body>home</body></html>"),
    File("404.html", "<html><head></head><body>none</body></html>"),
    File("fr-fr/index.html", "accueil"), File("assets/a.css", "a{}"))

  /// What curl says of a path: status, header lines, body.
  private struct Answer {
    var status: String
    var headers: [String]
    var body: String

    init(_ base: String, _ path: String, _ options: String...) async throws {
      let arguments = ["-s", "-i", "--path-as-is", "--max-time", "20"] + options + [base + path]
      // On a thread of its own: the server needs those that tasks run on.
      let result = try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global().async {
          continuation.resume(with: Result { try Program("curl", arguments: arguments).run() })
        }
      }
      let text = String(decoding: result.output, as: UTF8.self).replacing("\r\n", with: "\n")
      let parts = text.split(separator: "\n\n", maxSplits: 1, omittingEmptySubsequences: false)
      headers = (parts.first ?? "").split(separator: "\n").map(String.init)
      status = headers.first?.split(separator: " ").dropFirst().first.map(String.init) ?? ""
      body = parts.count > 1 ? String(parts[1]) : ""
    }

    func has(_ header: String) -> Bool {
      headers.contains { $0.lowercased() == header.lowercased() }
    }
  }

  private static let hasCurl = Program("curl", "--version").isThere()

  /// Hands over the address of a server of the site, as long as the closure runs.
  private func serving(
    board: NewsBoard? = nil, patience: Duration = .seconds(10),
    _ body: @escaping @Sendable (String) async throws -> Void
  ) async throws {
    let root = FileManager.default.temporaryDirectory.appending(
      component: "errkb-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    try site.write(to: root)
    let server = SiteServer(
      ServedFolder(root.path(percentEncoded: false)), port: 0, board: board, patience: patience)
    let (addresses, continuation) = AsyncStream<String>.makeStream()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        try await server.run { continuation.yield(String($0.dropLast())) }
        continuation.finish()
      }
      for await address in addresses {
        try await body(address)
        break
      }
      group.cancelAll()
    }
  }

  @Test("Files come with their types, folders with their index", .enabled(if: hasCurl))
  func files() async throws {
    try await serving { base in
      let home = try await Answer(base, "/")
      #expect(home.status == "200")
      #expect(home.has("Content-Type: text/html; charset=utf-8"))
      #expect(home.has("X-Content-Type-Options: nosniff"))
      #expect(home.has("Cache-Control: no-cache"))
      #expect(home.body == "<html><head><title>x</title></head><body>home</body></html>")
      #expect(try await Answer(base, "/assets/a.css").has("Content-Type: text/css; charset=utf-8"))
      let moved = try await Answer(base, "/fr-fr?x=1")
      #expect(moved.status == "308" && moved.has("Location: /fr-fr/?x=1"))
      #expect(try await Answer(base, "//fr-fr").has("Location: /fr-fr/"))
      #expect(try await Answer(base, "/fr-fr/").body == "accueil")
      let missing = try await Answer(base, "/none/")
      #expect(missing.status == "404" && missing.body.contains("none"))
    }
  }

  @Test("HEAD has no body; what did not change is not sent again; nothing else is done", .enabled(if: hasCurl))
  func methods() async throws {
    try await serving { base in
      let head = try await Answer(base, "/fr-fr/", "--head")
      #expect(head.status == "200" && head.has("Content-Length: 7") && head.body.isEmpty)
      let tag = try #require(head.headers.first { $0.lowercased().hasPrefix("etag: ") }).dropFirst(6)
      #expect(try await Answer(base, "/fr-fr/", "-H", "If-None-Match: \(tag)").status == "304")
      let post = try await Answer(base, "/", "-X", "POST", "-d", "x")
      #expect(post.status == "405" && post.has("Allow: GET, HEAD"))
    }
  }

  @Test(
    "Nothing outside the folder is given, and none but this machine is answered",
    .enabled(if: hasCurl))
  func refusals() async throws {
    try await serving { base in
      for path in ["/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd"] {
        let answer = try await Answer(base, path)
        #expect(["400", "404"].contains(answer.status) && !answer.body.contains("root:"))
      }
      #expect(try await Answer(base, "/", "-H", "Host: evil.example:80").status == "421")
      #expect(try await Answer(base, "/", "-H", "Host: 127.0.0.1").status == "200")
      #expect(try await Answer(base, "/.errkb/reload.js").status == "404")
    }
  }

  @Test("A watched site listens for news and gets them when they come", .enabled(if: hasCurl))
  func news() async throws {
    let board = NewsBoard()
    try await serving(board: board, patience: .seconds(15)) { base in
      let home = try await Answer(base, "/")
      #expect(home.body.contains(#"<script src="/.errkb/reload.js" defer></script>"#))
      #expect(try await Answer(base, "/.errkb/reload.js").has("Content-Type: text/javascript; charset=utf-8"))
      let first = try await Answer(base, "/.errkb/news.js?after=")
      #expect(
        first.body == #"errkbNews({"number":0,"edition":0,"state":"built","diagnostics":""});"# + "\n")
      async let later = Answer(base, "/.errkb/news.js?after=0")
      try await Task.sleep(for: .milliseconds(300))
      await board.post {
        $0.state = .failed
        $0.diagnostics = "a.md:1:2: error: </script>"
      }
      #expect(
        try await later.body
          == #"errkbNews({"number":1,"edition":0,"state":"failed","#
          + #""diagnostics":"a.md:1:2: error: </script>"});"# + "\n")
    }
  }

  @Test("Who waits in vain is told the old news again", .enabled(if: hasCurl))
  func patience() async throws {
    try await serving(board: NewsBoard(), patience: .milliseconds(100)) { base in
      let news = try await Answer(base, "/.errkb/news.js?after=0")
      #expect(news.body.contains(#""number":0"#))
    }
  }

  @Test("A port that is taken is said")
  func takenPort() async throws {
    try await serving { base in
      let port = try #require(base.split(separator: ":").last.flatMap { UInt16($0) })
      let second = SiteServer(ServedFolder("/"), port: port)
      let error = await #expect(throws: SiteServer.Failure.self) { try await second.run { _ in } }
      #expect(error?.description == "port \(port) is taken; give another with --port, or 0 for any")
    }
  }
}
