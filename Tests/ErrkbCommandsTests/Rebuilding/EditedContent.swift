import Foundation

/// A small content folder, templates and a configuration, which are edited at random: the same number,
/// the same edits.
struct EditedContent {
  private let sandbox: Sandbox
  private var random: SplitMix64
  /// What lies beside the content and comes back.
  private var gone: [(name: String, bytes: [UInt8])] = []
  private var count = 0

  /// The pages of the content: some that ship with the project, in three languages.
  init(in sandbox: Sandbox, seed: UInt64) throws {
    self.sandbox = sandbox
    random = SplitMix64(state: seed)
    let wanted = [
      "10060.md", "10061.md", "18456.md", "2.md", "53.md", "messages.md", "connection-refused.md",
      "login-failed.md",
    ]
    for name in try FileManager.default.subpathsOfDirectory(atPath: Sandbox.content) {
      let file = URL(filePath: Sandbox.content + "/" + name)
      let isWanted =
        wanted.contains(file.lastPathComponent) || name.contains("/includes/")
        || name.contains("/threads/") && name.contains("1")
      guard file.pathExtension == "md", isWanted, !name.contains("es-ES") else { continue }
      try sandbox.write(String(contentsOf: file, encoding: .utf8), to: "content/\(name)")
    }
    try sandbox.write("<p>Nothing takes this in.</p>\n", to: "templates/site/unused.mustache")
  }

  /// The files of a kind, in order.
  private func files(_ isWanted: (String) -> Bool = { _ in true }) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: "\(sandbox.path)/content")
      .filter { $0.hasSuffix(".md") && isWanted($0) }.sorted().map { "content/\($0)" }
  }

  private func text(of name: String) throws -> String {
    String(decoding: try sandbox.bytes(of: name), as: UTF8.self)
  }

  private mutating func one<Element>(of elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[random.below(elements.count)]
  }

  /// Edits something and says what.
  mutating func edit() throws -> String {
    count += 1
    let page = try one(of: files { !$0.contains("/includes/") && !$0.contains("messages") }) ?? ""
    switch random.below(20) {
    case 0, 1:
      return try append("\nA line, the \(count)th, about 53 and MSSQLSERVER_2.\n", to: page)
    case 2: return try replace("server", "host \(count)", in: page)
    case 3: return try replace("title: ", "title: \(count) ", in: page)
    case 4: return try replace("## ", "## \(count) ", in: page)
    case 5: return try replace("1. ", "1. First \(count). ", in: page)
    case 6: return try append("\n[link](10061.md) and [gone](none.md)\n", to: page)
    case 7: return try replace("---\n", "--\n", in: page)
    case 8: return try remove(page)
    case 9: return try bringBack()
    case 10, 11:
      let fragment = try one(of: files { $0.contains("/includes/") }) ?? page
      return try append(" Word \(count). ", to: fragment)
    case 12: return try remove(try one(of: files { $0.contains("/includes/") }) ?? page)
    case 13:
      let list = try one(of: files { $0.contains("messages") }) ?? page
      return try replace("| 1", "| 9\(count) | 16 | No | Text \(count) of %d. |\n| 1", in: list)
    case 14:
      let name = ["event", "list", "home", "message", "guide"][random.below(5)]
      return try put("<p>\(count)</p>\n", at: "templates/site/\(name).mustache")
    case 15: return try put("body { margin: \(count)px }\n", at: "templates/assets/site.css")
    case 16:
      let words = "sources:\n  MSSQLSERVER:\n    title: Server \(count)\n"
      return try put(words, at: "content/errkb.yml")
    case 17:
      let moved = page.contains("fr-FR") ? "ja-JP" : "fr-FR"
      let text = try text(of: page)
      _ = try remove(page)
      let parts = page.split(separator: "/").map(String.init).map { part in
        part.contains("-") && part.count == 5 ? moved : part
      }
      return try put(text, at: parts.joined(separator: "/"))
    case 18:
      let list = #"{"redirections": [{"source_path": "a/\#(count).md", "redirect_url": "/x"}]}"#
      return try put(list, at: "content/.openpublishing.redirection.json")
    default: return "nothing"
    }
  }

  /// Changes what lies in an output, as nobody should.
  mutating func meddle(with output: String) throws -> String {
    let files = try FileManager.default.subpathsOfDirectory(atPath: "\(sandbox.path)/\(output)")
      .filter { $0.hasSuffix(".html") || $0.hasSuffix(".7") }.sorted()
    guard let name = one(of: files).map({ "\(output)/\($0)" }) else { return "nothing" }
    return random.below(2) == 0 ? try append("x", to: name) : try remove(name)
  }

  private func append(_ text: String, to name: String) throws -> String {
    try sandbox.write(try self.text(of: name) + text, to: name)
    return "append to \(name)"
  }

  private func replace(_ old: String, _ new: String, in name: String) throws -> String {
    let text = try text(of: name)
    let range = text.range(of: old)
    try sandbox.write(range.map { text.replacingCharacters(in: $0, with: new) } ?? text, to: name)
    return "replace '\(old)' in \(name)"
  }

  private func put(_ text: String, at name: String) throws -> String {
    try sandbox.write(text, to: name)
    return "put \(name)"
  }

  private mutating func remove(_ name: String) throws -> String {
    gone.append((name, try sandbox.bytes(of: name)))
    try sandbox.remove(name)
    return "remove \(name)"
  }

  private mutating func bringBack() throws -> String {
    guard let (name, bytes) = gone.popLast() else { return "nothing" }
    return try put(String(decoding: bytes, as: UTF8.self), at: name)
  }
}

/// SplitMix64 (https://prng.di.unimi.it/splitmix64.c).
struct SplitMix64 {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ value >> 31) % UInt64(limit))
  }
}
