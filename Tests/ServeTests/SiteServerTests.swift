import TestSupport
import Testing

struct SiteServerTests {
  private let site = Folder(
    File("index.html", "<html><head><title>x</title></head><body>home</body></html>"),
    File("404.html", "<html><head></head><body>none</body></html>"),
    File("fr-fr/index.html", "accueil"), File("assets/a.css", "a{}"))

  private static let hasCurl = Program("curl", "--version").isThere()

  @Test("Files come with their types, folders with their index", .enabled(if: hasCurl))
  func files() throws {
    try ServedSite.serving(site) { base, _ in
      let home = try Answer(base, "/")
      #expect(home.status == "200")
      #expect(home.has("Content-Type: text/html; charset=utf-8"))
      #expect(home.has("X-Content-Type-Options: nosniff"))
      #expect(home.has("Cache-Control: no-cache"))
      #expect(home.body == "<html><head><title>x</title></head><body>home</body></html>")
      #expect(try Answer(base, "/assets/a.css").has("Content-Type: text/css; charset=utf-8"))
      let moved = try Answer(base, "/fr-fr?x=1")
      #expect(moved.status == "308" && moved.has("Location: /fr-fr/?x=1"))
      #expect(try Answer(base, "//fr-fr").has("Location: /fr-fr/"))
      #expect(try Answer(base, "/fr-fr/").body == "accueil")
      let missing = try Answer(base, "/none/")
      #expect(missing.status == "404" && missing.body.contains("none"))
    }
  }

  @Test(
    "HEAD has no body; what did not change is not sent again; nothing else is done",
    .enabled(if: hasCurl))
  func methods() throws {
    try ServedSite.serving(site) { base, _ in
      let head = try Answer(base, "/fr-fr/", "--head")
      #expect(head.status == "200" && head.has("Content-Length: 7") && head.body.isEmpty)
      let tag = try #require(head.headers.first { $0.lowercased().hasPrefix("etag: ") }).dropFirst(
        6)
      #expect(try Answer(base, "/fr-fr/", "-H", "If-None-Match: \(tag)").status == "304")
      let post = try Answer(base, "/", "-X", "POST", "-d", "x")
      #expect(post.status == "405" && post.has("Allow: GET, HEAD"))
    }
  }

  @Test(
    "Nothing outside the folder is given, and none but this machine is answered",
    .enabled(if: hasCurl))
  func refusals() throws {
    try ServedSite.serving(site) { base, _ in
      for path in ["/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd"] {
        let answer = try Answer(base, path)
        #expect(["400", "404"].contains(answer.status) && !answer.body.contains("root:"))
      }
      #expect(try Answer(base, "/", "-H", "Host: evil.example:80").status == "421")
      #expect(try Answer(base, "/", "-H", "Host: 127.0.0.1").status == "200")
      #expect(try Answer(base, "/.errkb/reload.js").status == "404")
    }
  }

  @Test("A watched site listens for news", .enabled(if: hasCurl))
  func listening() throws {
    try ServedSite.serving(site, watching: "true") { base, _ in
      let home = try Answer(base, "/")
      #expect(home.body.contains(#"<script src="/.errkb/reload.js" defer></script>"#))
      let script = try Answer(base, "/.errkb/reload.js")
      #expect(script.has("Content-Type: text/javascript; charset=utf-8"))
      #expect(try Answer(base, "/.errkb/news.js").body.hasPrefix(#"errkbNews({"number":"#))
    }
  }

  @Test("A port that is taken is said")
  func takenPort() throws {
    try ServedSite.serving(site) { base, _ in
      let port = try #require(base.split(separator: ":").last)
      let second = try Program(
        ServedSite.program, arguments: ["serve", "--folder", ".", "--port", String(port)]
      ).run()
      #expect(second.status == 2)
      #expect(
        String(decoding: second.errors, as: UTF8.self)
          == "errkb: port \(port) is taken; give another with --port, or 0 for any\n")
    }
  }
}
