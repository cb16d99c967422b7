import Foundation
import TestSupport
import Testing

/// errkb(1), as it is made of the options.
struct ManualTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func page() throws -> String {
    let run = try sandbox.run(
      script: "$ERRKB --experimental-dump-help | \"$(dirname \"$ERRKB\")/errkb-manual\"")
    #expect(run.errors == "")
    #expect(run.status == 0)
    return run.output
  }

  /// By what each command's help names at the beginning of its lines.
  @Test func namesEveryCommandAndOption() throws {
    let page = try page()
    let global = try options(of: "")
    #expect(global == ["catalogue", "color", "version", "help"])
    let head = try #require(page.split(separator: ".SH COMMANDS\n").first)
    for name in global { #expect(names(name, in: head), "--\(name)") }

    let help = try sandbox.run("--help").output
    let commands = help.split(separator: "SUBCOMMANDS:\n")[1].matches(of: /(?m)^ {2}([a-z-]+)/)
      .map { String($0.1) }.filter { $0 != "See" }
    #expect(Set(["build", "show", "fixes", "serve"]).isSubset(of: commands))
    for command in commands {
      let parts = page.split(separator: ".SS \"errkb \(command)\"\n")
      try #require(parts.count == 2, "\(command)")
      let section = parts[1].split(separator: "\n.S", maxSplits: 1)[0]
      for name in try options(of: command) where !["version", "help"].contains(name) {
        #expect(names(name, in: section), "\(command) --\(name)")
      }
    }
  }

  /// The long names of a command's options.
  private func options(of command: String) throws -> [String] {
    let run = try sandbox.run("\(command) --help")
    #expect(run.status == 0)
    return run.output.matches(of: /(?m)^ {2}(?:-., )?--([a-z-]+)/).map { String($0.1) }
  }

  /// Whether an option stands there in bold, with a value after it or without.
  private func names(_ option: String, in page: Substring) -> Bool {
    let typed = "\\fB\\-\\-\(option.replacing("-", with: "\\-"))"
    return [" \\fI", "\\fR"].contains { page.contains(typed + $0) }
  }

  /// What programs that read manuals say of the page.
  @Test(
    .enabled(if: Program("which", "mandoc", "groff").isThere()))
  func readersHaveNothingToSay() throws {
    let page = Array(try page().utf8)
    for words in [
      ["mandoc", "-Tlint", "-Wwarning"], ["groff", "-k", "-ww", "-man", "-Tutf8", "-z"],
    ] {
      let result = try Program(words[0], arguments: Array(words.dropFirst())).run(page)
      #expect(String(decoding: result.output + result.errors, as: UTF8.self) == "")
      #expect(result.status == 0)
    }
  }

  @Test func textIsNeitherRequestNorEscape() throws {
    let tool = #"""
      {"serializationVersion": 0, "command": {"commandName": "errkb", "shouldDisplay": true,
        "subcommands": [{"commandName": "odd", "shouldDisplay": true,
          "abstract": ".so /etc/passwd", "discussion": "'br\n.TH \\fB \\\n\nfr-FR `~^\"é",
          "arguments": [
            {"kind": "positional", "shouldDisplay": true, "isOptional": true, "isRepeating": true,
              "valueName": "id", "abstract": "What."},
            {"kind": "option", "shouldDisplay": true, "isOptional": false, "isRepeating": false,
              "names": [{"kind": "long", "name": "a-b"}, {"kind": "short", "name": "a"}],
              "valueName": "x", "allValues": ["y", "-z"], "defaultValue": "y", "abstract": ".x"},
            {"kind": "flag", "shouldDisplay": false, "isOptional": true, "isRepeating": false,
              "names": [{"kind": "long", "name": "hidden"}]}]}]}}
      """#
    let program = Sandbox.errkb + "-manual"
    let page = try Program(program).run(Array(tool.utf8))
    #expect(page.status == 0)
    let text = String(decoding: page.output, as: UTF8.self)
    let section = text.split(separator: ".SH COMMANDS\n")[1].split(separator: ".SH")[0]
    #expect(
      section == #"""
        .SS "errkb odd"
        \fBerrkb odd\fR [\fIoption\fR ...] [\fIid\fR ...]
        .PP
        \&.so /etc/passwd
        .PP
        \(aqbr .TH \efB \e
        .PP
        fr\-FR \(ga\(ti\(ha"é
        .TP
        \fIid\fR
        What.
        .TP
        \fB\-a\fR, \fB\-\-a\-b \fIx\fR
        \&.x (values: \fBy\fR, \fB\-z\fR; default: \fBy\fR)

        """#)
  }

  @Test func whatIsNoDescriptionIsAnError() throws {
    let result = try Program(Sandbox.errkb + "-manual").run(Array("{}".utf8))
    #expect(result.status == 1)
    #expect(String(decoding: result.errors, as: UTF8.self).hasPrefix("errkb-manual: "))
  }

  /// The three places that name the version.
  @Test func versionAndDateAgreeEverywhere() throws {
    let version = try sandbox.run("--version").output.split(separator: "\n")[0]
    let head = try #require(page().split(separator: "\n").first { $0.hasPrefix(".TH ") })
    #expect(head.contains(" \"\(version)\" "))
    let changelog = URL(filePath: Sandbox.content).deletingLastPathComponent()
      .appending(components: "packaging", "debian", "changelog")
    let lines = try String(contentsOf: changelog, encoding: .utf8).split(separator: "\n")
    #expect(lines[0].hasPrefix("\(version.replacing(" ", with: " ("))) "))
    let date = DateFormatter()
    date.locale = Locale(identifier: "en_US_POSIX")
    date.dateFormat = "EEE, dd MMM yyyy HH:mm:ss Z"
    let signed = try #require(lines.first { $0.hasPrefix(" -- ") })
    let day = try #require(date.date(from: String(signed.split(separator: ">  ")[1])))
    date.timeZone = .gmt
    date.dateFormat = "yyyy-MM-dd"
    #expect(head.contains(" \(date.string(from: day)) "))
  }
}
