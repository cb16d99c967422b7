import Index
import Testing

struct CatalogueErrorTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path + "/catalogue.db"
  }

  @Test func saysHowToGetACatalogue() {
    #expect(
      CatalogueError.missing(path: nil).description
        == "no catalogue found; run 'errkb build CONTENT' or give --catalogue PATH")
  }

  @Test func tellsAMissingCatalogue() {
    #expect(throws: CatalogueError.missing(path: path)) { try CatalogueReader(path: path) }
  }

  @Test(arguments: ["", "not a database", String(repeating: "SQLite format 3\0", count: 20)])
  func tellsWhatIsNoCatalogue(text: String) throws {
    try folder.write(text.utf8, to: "catalogue.db")
    #expect(throws: CatalogueError.notACatalogue(path: path)) { try CatalogueReader(path: path) }
  }

  @Test func tellsAFolder() {
    #expect(throws: CatalogueError.unreadable(path: folder.path, reason: "Is a directory")) {
      try CatalogueReader(path: folder.path)
    }
  }

  @Test func tellsAnotherVersion() throws {
    try SampleCatalogue.write(to: path)
    var bytes = try folder.bytes(of: "catalogue.db")
    bytes[63] = 99
    try folder.write(bytes, to: "catalogue.db")
    #expect(throws: CatalogueError.otherVersion(path: path, version: 99)) {
      try CatalogueReader(path: path)
    }
  }

  /// Every answer from a damaged file is an answer or an error that names the file.
  @Test func survivesADamagedFile() throws {
    try SampleCatalogue.write(to: path)
    let sound = try folder.bytes(of: "catalogue.db")
    var generator = SeededGenerator(seed: 5)
    for round in 0..<150 {
      var bytes = sound
      for _ in 0..<40 {
        bytes[.random(in: 100..<bytes.count, using: &generator)] = .random(
          in: 0...255, using: &generator)
      }
      if round % 3 == 0 { bytes.removeLast(.random(in: 1..<bytes.count - 100, using: &generator)) }
      try folder.write(bytes, to: "catalogue.db")
      do {
        let reader = try CatalogueReader(path: path)
        _ = try reader.keys(matching: "10061")
        _ = try reader.nearest(to: "10062", limit: 3)
        try reader.allPages { _ in }
        try reader.list(EventFilter()) { _ in }
        for pattern in ["a", #"\w+\W"#, "(?s).$"] {
          try reader.search(
            LineSearch(place: .all, before: 1, after: 1, tellsPaths: true),
            for: LinePattern([pattern])
          ) { _, _ in true }
        }
      } catch let error as LineSearchError {
        #expect(error.description.contains(path))
      } catch let error as CatalogueError {
        #expect(error.description.contains(path))
      }
    }
  }

  @Test func opensNamesThatMeanSomethingInAddresses() throws {
    let path = folder.path + "/100% #1?.db"
    try SampleCatalogue.write(to: path)
    #expect(try CatalogueReader(path: path).keys(matching: "105").count == 1)
  }
}

/// Blocks of lines whose bytes were changed inside a file that SQLite finds sound.
struct DamagedLinesTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path + "/catalogue.db"
    try SampleCatalogue.write(to: path)
  }

  private func search(_ pattern: String) throws {
    let reader = try CatalogueReader(path: path)
    try reader.search(
      LineSearch(place: .all, isInverted: true, after: 1), for: LinePattern([pattern])
    ) { _, _ in true }
  }

  @Test(arguments: [
    "text = x'ff0a'", "text = x'61'", "text = x''", "text = NULL", "text = x'0a' || text",
    "text = substr(text, 3)", "spans = x''", "spans = x'ffffffffffffffffffff'",
    "spans = x'02ffffff0f00'", "spans = x'020000'", "spans = x'0201010000'",
    "spans = substr(spans, 1, 3)", "spans = spans || spans", "text = text || text",
  ])
  func areAnErrorAndNothingWorse(change: String) throws {
    _ = try sqlite3(writable: path, "UPDATE text_block SET \(change)")
    do {
      // One that has to have UTF-8, and one that does not.
      try search(#"\w"#)
      try search("a")
    } catch let error as LineSearchError {
      #expect(error.description.contains("'\(path)' is damaged"))
    }
  }

  @Test func textThatIsNotUTF8IsToldWherePatternsNeedIt() throws {
    _ = try sqlite3(writable: path, "UPDATE text_block SET text = x'ff0a'")
    #expect(throws: LineSearchError.self) { try search(#"\w"#) }
  }
}
