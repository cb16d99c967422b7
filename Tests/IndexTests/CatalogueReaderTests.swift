import Catalogue
import Index
import Testing

struct CatalogueReaderTests {
  private let folder: TemporaryFolder
  private let reader: CatalogueReader

  init() throws {
    folder = try TemporaryFolder()
    try SampleCatalogue.write(to: folder.path + "/catalogue.db")
    reader = try CatalogueReader(path: folder.path + "/catalogue.db")
  }

  @Test(arguments: [
    ("10061", ["MSSQLSERVER_10061", "WINSOCK_10061"]),
    ("mssqlserver_10061", ["MSSQLSERVER_10061"]),
    ("-2", ["MSSQLSERVER_-2"]),
    ("MSSQLSERVER_-2", ["MSSQLSERVER_-2"]),
    ("c2065", ["MSVC_C2065"]),
    ("logon_failed", ["MSSQLSERVER_18456"]),
    ("105", ["MSSQLSERVER_105"]),
    ("10062", []),
    ("ORACLE_10061", []),
    ("", []),
    ("_", []),
    ("' OR 1 --", []),
  ])
  func findsEventsByName(name: String, events: [String]) throws {
    #expect(try reader.keys(matching: name).map(\.description) == events)
  }

  @Test func givesPagesBackInTheirContext() throws {
    for (index, page) in SampleCatalogue.pages.enumerated().dropLast() {
      let context = SampleCatalogue.context(of: page, number: index + 1)
      #expect(try reader.page(number: index + 1) == page.placed(in: context))
    }
  }

  @Test func passesAllOnInOrder() throws {
    var paths: [String] = []
    try reader.allPages { paths.append($0.path) }
    #expect(paths == SampleCatalogue.pages.dropLast().map(\.path))
    var messages: [Message] = []
    try reader.allMessages { messages.append($0) }
    #expect(messages == SampleCatalogue.messages)
  }

  @Test func ordersEditionsAsAnAnswerShowsThem() throws {
    let editions = try reader.editions(of: key("10061"))
    #expect(
      editions == [
        Edition(locale: SampleCatalogue.english, content: .page(number: 2, kind: .reference)),
        Edition(locale: SampleCatalogue.english, content: .page(number: 10, kind: .reference)),
        Edition(locale: SampleCatalogue.english, content: .page(number: 4, kind: .guide)),
        Edition(locale: SampleCatalogue.french, content: .page(number: 3, kind: .reference)),
        Edition(locale: SampleCatalogue.japanese, content: .message),
        Edition(locale: SampleCatalogue.japanese, content: .message),
      ])
  }

  @Test func answersInTheChosenLocale() throws {
    let answer = try answer("10061", wanted: "fr-FR")
    #expect(answer?.pages.map(\.path) == ["fr-FR/MSSQLSERVER_10061.md"])
    #expect(answer?.messages == [])
    #expect(answer?.requested == [])
    #expect(answer?.locales.map(\.text) == ["en-US", "fr-FR", "ja-JP"])
  }

  @Test func answersFromTheListAlone() throws {
    let answer = try answer("10061", wanted: "ja-JP")
    #expect(answer?.pages == [])
    #expect(answer?.messages.map(\.severity) == [16, 17])
    #expect(answer?.locales.map(\.text) == ["en-US", "fr-FR", "ja-JP"])
  }

  @Test func saysWhatWasAskedForInAFallback() throws {
    let answer = try answer("10061", wanted: "sv")
    #expect(answer?.locale == SampleCatalogue.english)
    #expect(answer?.requested.map(\.text) == ["sv"])
    #expect(answer?.pages.count == 3)
  }

  @Test func hasNoAnswerToAnUnknownEvent() throws {
    #expect(try answer("10062", wanted: "fr-FR") == nil)
  }

  @Test(arguments: [
    ("10062", 4, ["MSSQLSERVER_10060", "MSSQLSERVER_10061", "MSSQLSERVER_11001", "WINSOCK_10061"]),
    ("mssqlserver_10062", 3, ["MSSQLSERVER_10060", "MSSQLSERVER_10061", "MSSQLSERVER_11001"]),
    ("18465", 1, ["MSSQLSERVER_18456"]),
    ("LOGIN_FAILED", 3, ["MSSQLSERVER_18456"]),
    ("2065", 1, ["MSVC_C2065"]),
    ("C2066", 3, ["MSVC_C2065"]),
    ("99999999999999999999", 3, []),
    ("x", 3, []),
    ("", 3, []),
  ])
  func namesTheNearestEvents(name: String, limit: Int, events: [String]) throws {
    #expect(try reader.nearest(to: name, limit: limit).map(\.description) == events)
  }

  @Test(arguments: [
    (EventFilter(), ["-2", "105", "10060", "10061", "11001", "18456", "C2065", "10061"]),
    (EventFilter(source: "msvc"), ["C2065"]),
    (EventFilter(locale: SampleCatalogue.japanese), ["10061", "18456"]),
    (EventFilter(severity: 15), ["105"]),
    (EventFilter(component: "Compiler"), ["C2065"]),
    (
      EventFilter(source: "MSSQLSERVER", missing: SampleCatalogue.french), ["-2", "10060", "11001"]
    ),
    (EventFilter(missing: SampleCatalogue.english), ["18456"]),
  ])
  func listsEvents(filter: EventFilter, ids: [String]) throws {
    var listed: [String] = []
    try reader.list(filter) { listed.append($0.key.id.text) }
    #expect(listed == ids)
  }

  @Test func describesListedEvents() throws {
    var listed: [ListedEvent] = []
    try reader.list(EventFilter(locale: SampleCatalogue.french)) { listed.append($0) }
    #expect(
      listed.map(\.title) == [
        "Guillemet non fermé", "MSSQLSERVER_10061", "MSSQLSERVER_18456",
      ])
    #expect(listed.map(\.severity) == [15, 16, 16])
  }

  @Test func knowsItsLocalesThoseOfMessagesToo() throws {
    #expect(
      try reader.locales() == [
        SampleCatalogue.english, SampleCatalogue.french, SampleCatalogue.japanese,
      ])
    #expect(try reader.defaultLocale() == SampleCatalogue.english)
  }

  private func key(_ id: String) -> EventKey {
    EventKey(source: "MSSQLSERVER", id: EventID(id))
  }

  private func answer(_ id: String, wanted: String) throws -> Answer? {
    let tag = LocaleTag(canonical: wanted)
    return try reader.answer(for: key(id), wanted: [tag]) { available in
      available.contains(tag) ? (tag, false) : (SampleCatalogue.english, true)
    }
  }
}
