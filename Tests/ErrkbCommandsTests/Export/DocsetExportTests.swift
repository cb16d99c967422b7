import Foundation
import TestSupport
import Testing

/// `errkb export --format docset`: what Dash and Zeal open.
struct DocsetExportTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func rows(_ docset: String, _ query: String) throws -> [String] {
    let index = "\(sandbox.path)/\(docset)/Contents/Resources/docSet.dsidx"
    let run = try Program("sqlite3", "-readonly", index, query).run()
    #expect(run.errors.isEmpty)
    return String(decoding: run.output, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try sandbox.bytes(of: path), as: UTF8.self)
  }

  /// The documents of a docset, each with its text.
  private func documents(_ docset: String) throws -> [String: String] {
    let root = "\(sandbox.path)/\(docset)/Contents/Resources/Documents"
    let names = try FileManager.default.subpathsOfDirectory(atPath: root)
    var documents: [String: String] = [:]
    for name in names where name.hasSuffix(".html") {
      documents[name] = String(
        decoding: try Data(contentsOf: URL(filePath: "\(root)/\(name)")), as: UTF8.self)
    }
    return documents
  }

  /// Everything that a document leads to within its docset is there.
  private func expectWholeLinks(_ documents: [String: String]) {
    for (path, text) in documents {
      for match in text.matches(of: /(?:href|src)="([^"]*)"/) {
        let target = String(match.1)
        if target.hasPrefix("https://") || target.hasPrefix("http://") { continue }
        let base = URL(filePath: "/" + path)
        guard let resolved = URL(string: target, relativeTo: base)?.absoluteURL else {
          Issue.record("\(path) leads to \(target)")
          continue
        }
        let file = String(resolved.path(percentEncoded: false).dropFirst())
        if file == "style.css" { continue }
        let document = documents[file]
        #expect(document != nil, "\(path) leads to \(target)")
        if let anchor = resolved.fragment, !target.hasPrefix("#") {
          #expect(document?.contains("id=\"\(anchor)\"") == true, "\(path) leads to \(target)")
        }
      }
    }
  }

  @Test func everyEventIsFoundAndIsThere() throws {
    let run = try sandbox.ask("export --format docset -o data")
    #expect(run == .init(output: "", errors: "", status: 0))
    #expect(
      try sandbox.names(in: "data")
        == [".errkb", "errkb-en.docset", "errkb-es.docset", "errkb-fr.docset", "errkb-ja.docset"])
    let events = try sandbox.ask("list --format json").output.split(separator: "\n")
    for (name, locale) in [("errkb-en", "en-US"), ("errkb-fr", "fr-FR"), ("errkb-ja", "ja-JP")] {
      let docset = "data/\(name).docset"
      let documents = try documents(docset)
      #expect(
        try rows(
          docset, "SELECT count(DISTINCT name) FROM searchIndex WHERE name GLOB 'MSSQLSERVER_*'")
          == [String(events.count { $0.contains("\"\(locale)\"") })])
      let types = try rows(docset, "SELECT DISTINCT type FROM searchIndex ORDER BY type")
      #expect(types == (locale == "ja-JP" ? ["Error"] : ["Error", "Guide"]))
      #expect(try rows(docset, "PRAGMA integrity_check") == ["ok"])
      #expect(
        try rows(docset, "SELECT sql FROM sqlite_schema ORDER BY name")
          == [
            "CREATE UNIQUE INDEX anchor ON searchIndex (name, type, path)",
            "CREATE TABLE searchIndex(id INTEGER PRIMARY KEY, name TEXT, type TEXT, path TEXT)",
          ])
      for path in try rows(docset, "SELECT DISTINCT path FROM searchIndex") {
        let parts = path.split(separator: "#", maxSplits: 1).map(String.init)
        let document = try #require(documents[parts[0]], "\(path)")
        if parts.count > 1 { #expect(document.contains("id=\"\(parts[1])\"")) }
      }
      expectWholeLinks(documents)
      for text in documents.values {
        #expect(text.contains("<html lang=\"\(locale)\" dir=\"ltr\">"))
        #expect(!text.contains("<script") && !text.contains("<img"))
      }
    }
    // Of this event a thread alone tells.
    #expect(
      try rows(
        "data/errkb-en.docset", "SELECT count(*) FROM searchIndex WHERE name = 'MSSQLSERVER_2628'")
        == ["1"])
    let page = try text(
      "data/errkb-fr.docset/Contents/Resources/Documents/pages/mssqlserver/fr-fr/10061.html")
    #expect(page.contains("<title>MSSQLSERVER_10061</title>"))
    #expect(page.contains("mssqlserver/fr-FR/10061.md"))
  }

  @Test func saysWhatItIs() throws {
    #expect(try sandbox.ask("export --format docset -o data").status == 0)
    let script = """
      import plistlib, struct, sys
      folder = sys.argv[1]
      print(sorted(plistlib.load(open(f"{folder}/Contents/Info.plist", "rb")).items()))
      for name in ["icon.png", "icon@2x.png"]:
          data = open(f"{folder}/{name}", "rb").read()
          assert data[:8] == b"\\x89PNG\\r\\n\\x1a\\n"
          print(struct.unpack(">II", data[16:24]))
      """
    let run = try Program(
      Program.python, "-c", script, "\(sandbox.path)/data/errkb-fr.docset"
    ).run()
    #expect(
      String(decoding: run.output, as: UTF8.self) == """
        [('CFBundleIdentifier', 'errkb-fr'), ('CFBundleName', 'errkb fr-FR'), \
        ('DocSetPlatformFamily', 'errkb'), ('dashIndexFilePath', 'index.html'), \
        ('isDashDocset', True), ('isJavaScriptEnabled', False)]
        (16, 16)
        (32, 32)

        """)
  }

  @Test func theSameCatalogueGivesTheSameBytes() throws {
    let script = """
      for format in docset catalog opensearch; do
        $ERRKB export --format $format -o one && $ERRKB export --format $format -o two
        diff -r one two
        $ERRKB export --format $format -o one && diff -r one two
      done
      """
    #expect(
      try sandbox.run(script: script, environment: sandbox.asking())
        == .init(output: "", errors: "", status: 0))
  }

  @Test func noPageBringsScriptsOrLeadsAstray() throws {
    let catalogue = try HostilePages.build(in: sandbox)
    #expect(
      try sandbox.run("export --format docset -o data --catalogue \(catalogue)")
        == .init(output: "", errors: "", status: 0))
    let documents = try documents("data/errkb-en.docset")
    expectWholeLinks(documents)
    for text in documents.values {
      #expect(!text.contains("<script") && !text.contains("<img") && !text.contains("javascript:"))
      #expect(!text.contains("passwd"))
    }
    let page = try #require(documents["pages/en-us/4711.html"])
    #expect(page.contains("<a href=\"../../pages/en-us/4712.html\">beside</a>"))
    #expect(page.contains("href=\"https://example.org/\""))
    #expect(
      try rows(
        "data/errkb-en.docset", "SELECT path FROM searchIndex WHERE name = 'MSSQLSERVER_4713'")
        == ["messages/mssqlserver/1.html#4713"])
    #expect(try sandbox.exists("data/errkb-pt-BR.docset"))
  }

  private static let judge = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Judges/zeal.sh").path

  /// Whether Zeal and a screen that nobody sees are installed.
  private static let zealIsThere = Program(
    "sh", "-c", "command -v zeal && command -v xvfb-run && command -v xdotool"
  ).isThere()

  @Test(
    .enabled(if: zealIsThere),
    arguments: [
      ("MSSQLSERVER_10061", "MSSQLSERVER_10061"), ("LOGON_FAILED", "MSSQLSERVER_18456"),
    ])
  func zealOpensWhatIsLookedUp(name: String, title: String) throws {
    #expect(try sandbox.ask("export --format docset -o data").status == 0)
    let script = """
      docsets=$PWD/home/.local/share/Zeal/Zeal/docsets
      mkdir -p $docsets && cp -r data/errkb-fr.docset $docsets
      timeout 120 \(Self.judge) $PWD/home '\(name)' '\(title)' > /dev/null
      """
    let run = try sandbox.run(script: script)
    #expect(run.status == 0, "\(run.errors)")
  }
}
