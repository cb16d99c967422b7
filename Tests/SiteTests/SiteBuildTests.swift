import Diagnostics
import Site
import TestSupport
import Testing

struct SiteBuildTests {
  @Test func bytesAreTheSameWhateverTheNumberOfThreadsAndTheOrderOfFiles() throws {
    let one = try SiteSample(SamplePages.all, jobs: 1)
    let many = try SiteSample(SamplePages.all.reversed(), jobs: 5)
    #expect(one.files.paths == many.files.paths)
    #expect(one.files.paths.count > 10)
    for path in one.files.paths { #expect(one.files[path] == many.files[path], "\(path)") }
  }

  @Test func everyEventHasAPageInEveryLocaleAndJSONWhereItIs() throws {
    let site = try SiteSample(SamplePages.all)
    for locale in ["en-us", "fr-fr"] {
      for id in 17...21 { #expect(site.files["\(locale)/ledger/\(id)/index.html"] != nil) }
      #expect(site.files["\(locale)/ledger/guides/unlock/index.html"] != nil)
    }
    #expect(site.files["api/fr-fr/ledger/17.json"] != nil)
    #expect(site.files["api/fr-fr/ledger/19.json"] == nil)
    #expect(
      site["api/en-us/ledger/guides/unlock.json"].hasPrefix("{\"schema\":1,\"kind\":\"guide\""))
  }

  @Test(arguments: [
    ("{{#steps}}", "1:11: error: a section is not closed [template-syntax]"),
    (
      "a\n{{#steps}}\n{{/states}}",
      "3:4: error: a section is closed by another name than it was opened by [template-syntax]"
    ),
    ("é\n  {{>gone}}", "2:3: error: there is no template 'gone' [template-syntax]"),
    (
      "{{>event}}",
      "1:1: error: the template leads back to itself through 'event' [template-syntax]"
    ),
    (
      "{{>*kind}}",
      "1:1: error: a template is named by its name, not by a value: '*kind' [template-syntax]"
    ),
  ])
  func templateThatCannotBeUsedIsReportedAndNothingIsWritten(text: String, report: String) throws {
    let site = try SiteSample(
      [SamplePages.other], templates: [File("site/event.mustache", text)])
    #expect(site.diagnostics.map(summary) == [report])
    #expect(site.diagnostics.first?.path.hasSuffix("/templates/site/event.mustache") == true)
    #expect(site.files.paths == [])
  }

  @Test func ownAssetsComeFirstUnderNamesOfWhatTheyHold() throws {
    let site = try SiteSample(
      [SamplePages.other],
      templates: [
        File("assets/site.css", "p { color: red }"),
        File("site/event.mustache", "{{style}}"),
      ])
    let style = site["en-us/ledger/18/index.html"]
    #expect(style.hasPrefix("../../../assets/site.") && style.hasSuffix(".css"))
    #expect(site[String(style.dropFirst(9))] == "p { color: red }")
  }

  @Test func sinkWritesBelowItsFolderAndNoFileTwice() throws {
    try Folder(File("site/x", "")).whileWritten { root in
      let sink = FolderSink(root + "/site")
      try sink.write([0x61], to: "a/b/c.html")
      try sink.write([], to: "a/d.html")
      #expect(try FileBytes.read(root + "/site/a/b/c.html") == [0x61])
      let error = FileError(path: root + "/site/a/b/c.html", reason: "File exists")
      #expect(throws: error) { try sink.write([0x62], to: "a/b/c.html") }
      #expect(throws: FileError.self) { try FolderSink(root + "/gone").write([], to: "a/b") }
    }
  }
}
