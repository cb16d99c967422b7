import Foundation
import TestSupport
import Testing

/// What `grep` prints, held against ripgrep over the same lines in files, a file for each page.
///
/// The pages are the shipped ones without guides and threads, so that a page is all there is of an
/// event in a locale: that is what `-m` counts by, where ripgrep counts by file.
@Suite(.enabled(if: Program("rg", "--version").isThere()))
struct GrepOracleTests {
  private let sandbox: Sandbox
  private let environment: [String: String]
  /// The prefix of each line of each file, by the file's name.
  private let prefixes: [String: [String]]

  /// Lays the lines out in files, in the order in which they are printed.
  init() throws {
    sandbox = try Sandbox()
    let build = try sandbox.run(
      script: """
        cp -r '\(Sandbox.content)' content && rm -r content/*/*/guides content/*/*/threads &&
          $ERRKB build --only catalogue
        """)
    try #require(build.status == 0)
    environment = ["ERRKB_CATALOGUE": "\(sandbox.path)/build/catalogue.db"]
    let run = try sandbox.run("grep --json --in fixes -e ^", environment: environment)
    var prefixes: [String: [String]] = [:]
    var texts: [String] = []
    func name() -> String { String(format: "%04d", prefixes.count) }
    for line in run.output.split(separator: "\n") {
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let data = try #require(object["data"] as? [String: Any])
      switch object["type"] as? String {
      case "begin":
        prefixes[String(format: "%04d", prefixes.count + 1)] = []
        texts = []
      case "match":
        let lines = try #require(data["lines"] as? [String: String])
        texts.append(try #require(lines["text"]))
        let parts = ["event", "locale", "role"].map { data[$0] as? String ?? "?" }
        prefixes[name(), default: []].append(parts.joined(separator: ":") + ":")
      case "end":
        try sandbox.write(texts.joined(), to: "lines/\(name())")
      default: break
      }
    }
    self.prefixes = prefixes
  }

  private static let patterns: [[String]] = [
    ["server"], ["SQL Server"], ["-i", "SERVER"], ["-w", "log"], ["-i", "-w", "LOG"],
    [#"\bDBCC\s+CHECK\w+"#], ["[0-9]{4,5}"], ["^[A-Z]"], [#"\.$"#], ["サーバー"], ["-F", "("],
    ["-F", "."], ["-x", "SELECT.*"], ["-v", "e"], ["qzxqzx"], ["-e", "server", "-e", "log"],
    ["[^a-z ]+"], [#"\s{2}"#], ["-S", "sql"], ["-S", "SQL"], [#"[\s,]\d"#], ["é|à"], [#"\w+\W$"#],
  ]
  private static let options: [[String]] = [
    [], ["-C1"], ["-A2"], ["-B3"], ["-m1"], ["-m", "2"], ["-o"], ["-v", "-C1"],
  ]

  @Test(arguments: patterns)
  func printsWhatRipgrepPrints(pattern: [String]) throws {
    let fixed = [
      "--no-config", "-n", "--no-heading", "--with-filename", "--sort", "path", "--color", "never",
    ]
    for option in Self.options {
      // What does not match cannot be printed alone.
      if option.contains("-o"), pattern.contains("-v") { continue }
      let arguments = option + pattern
      let run = try sandbox.run(["grep"] + arguments, environment: environment)
      let rg = try Program("rg", arguments: fixed + arguments + ["\(sandbox.path)/lines"]).run()
      let expected = expected(String(decoding: rg.output, as: UTF8.self))
      #expect(run.output == expected, "\(arguments)")
      #expect(run.status == rg.status, "\(arguments)")
    }
  }

  /// ripgrep's lines with our prefixes for its file names and numbers.
  private func expected(_ output: String) -> String {
    var result = ""
    for line in output.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      guard line != "--" else {
        result += "--\n"
        continue
      }
      let rest = line.dropFirst("\(sandbox.path)/lines/".count)
      let file = String(rest.prefix(4))
      let number = rest.dropFirst(5).prefix { $0.isNumber }
      let place = rest.dropFirst(5 + number.count)
      let separator = place.first ?? "?"
      let prefix = prefixes[file]?[(Int(number) ?? 1) - 1] ?? "?"
      let parts = prefix.split(separator: ":")
      result += parts.map { "\($0)\(separator)" }.joined() + place.dropFirst() + "\n"
    }
    return result
  }

  /// ripgrep's keys are all there, whatever else is.
  @Test func hasRipgrepsKeysInJSON() throws {
    let run = try sandbox.run("grep --json -C1 server", environment: environment)
    let rg = try Program(
      "rg", "--no-config", "--json", "-C1", "--sort", "path", "server",
      "\(sandbox.path)/lines"
    ).run()
    let own = try keys(run.output)
    let theirs = try keys(String(decoding: rg.output, as: UTF8.self))
    #expect(Set(own.keys) == ["begin", "match", "context", "end", "summary"])
    for (type, keys) in theirs {
      #expect(keys.subtracting(own[type] ?? []) == [], "\(type)")
      let added = (own[type] ?? []).subtracting(keys)
      #expect(added.isSubset(of: ["data.event", "data.locale", "data.role"]), "\(type)")
    }
    // The same lines, numbers and matches.
    #expect(
      try submatches(run.output)
        == submatches(String(decoding: rg.output, as: UTF8.self)))
  }

  private func objects(_ output: String) throws -> [[String: Any]] {
    try output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  /// The paths of all keys, by the type of message.
  private func keys(_ output: String) throws -> [String: Set<String>] {
    var keys: [String: Set<String>] = [:]
    func add(_ value: Any, _ path: String, _ type: String) {
      if let object = value as? [String: Any] {
        for (key, value) in object {
          let path = path.isEmpty ? key : "\(path).\(key)"
          keys[type, default: []].insert(path)
          add(value, path, type)
        }
      } else if let array = value as? [Any] {
        for value in array { add(value, path + "[]", type) }
      }
    }
    for object in try objects(output) { add(object, "", object["type"] as? String ?? "?") }
    return keys
  }

  /// The lines with what matches in them, as text.
  private func submatches(_ output: String) throws -> [String] {
    try objects(output).compactMap { object in
      guard let data = object["data"] as? [String: Any], data["lines"] != nil else { return nil }
      let kept = data.filter { ["lines", "absolute_offset", "submatches"].contains($0.key) }
      let text = try JSONSerialization.data(withJSONObject: kept, options: .sortedKeys)
      return "\(object["type"] ?? "") \(String(decoding: text, as: UTF8.self))"
    }
  }
}
