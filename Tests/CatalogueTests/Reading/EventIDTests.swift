import Diagnostics
import TestSupport
import Testing

@testable import Catalogue

/// Which event a page is about, from the places that name one.
@Suite struct EventIDTests {
  struct Case: Sendable {
    var file = "mssqlserver-10061-database-engine-error.md"
    var title: String? = "MSSQLSERVER_10061"
    var heading: String? = "MSSQLSERVER_10061"
    var row: String? = "10061"
    var front = ""
    let ids: [String]
    /// The places that are reported as outvoted.
    var outvoted: [String] = []
  }

  static let cases = [
    Case(ids: ["10061"]),
    // 9524: the row has a slip.
    Case(
      file: "mssqlserver-9524-x.md", title: "MSSQLSERVER_9524", heading: "MSSQLSERVER_9524",
      row: "9254", ids: ["9524"], outvoted: ["the Details row"]),
    // -1 and -2: a file name has no room for the sign.
    Case(
      file: "mssqlserver-1-x.md", title: "MSSQLSERVER_-1", heading: "MSSQLSERVER_-1", row: "-1",
      ids: ["-1"]),
    Case(
      file: "mssqlserver-neg2-x.md", title: "MSSQLSERVER_-2", heading: "MSSQLSERVER_-2",
      row: "-2", front: "f1_keywords:\n- \"2\"\n", ids: ["-2"], outvoted: ["f1_keywords"]),
    Case(
      file: "mssqlserver-1-x.md", title: "MSSQLSERVER_ 1", heading: "MSSQLSERVER_-1", row: "-1",
      front: "helpviewer_keywords:\n- -1 (Database Engine error)\n", ids: ["-1"],
      outvoted: ["the title"]),
    // A translation's blank within the name.
    Case(title: "MSSQLSERVER_ 10061", heading: "MSSQLSERVER_ 10061", ids: ["10061"]),
    Case(title: "MSSQLSERVER_10061\u{A0}| Microsoft Docs", ids: ["10061"]),
    // 823: neither title nor heading has a number.
    Case(
      file: "mssqlserver-823-x.md", title: "MSSQLSERVER - Database Engine error",
      heading: "MSSQLSERVER - Database Engine error", row: "823", ids: ["823"]),
    // 50000: the heading is a sentence; the row has a no-break blank.
    Case(
      file: "sql-server-native-client-error-mssqlserver-50000.md",
      title: "SQL Server Native Client error MSSQLSERVER_50000",
      heading: "Error MSSQLSERVER_50000 of the client", row: "50\u{A0}000", ids: ["50000"]),
    // Keywords of neighbours.
    Case(front: "f1_keywords:\n- \"12001\"\n", ids: ["10061"], outvoted: ["f1_keywords"]),
    Case(
      front: "helpviewer_keywords:\n- \"17828 (x)\"\n- login packet (bad)\n- 10061\n",
      ids: ["10061"]),
    Case(row: nil, ids: ["10061"]),
    Case(title: nil, heading: nil, ids: ["10061"]),
    Case(file: "page.md", title: nil, heading: nil, ids: ["10061"]),
    Case(file: "page.md", title: nil, heading: "MSSQLSERVER_10061", row: nil, ids: ["10061"]),
    Case(row: "–10061", ids: ["10061"], outvoted: ["the Details row"]),
    Case(
      file: "c2065.md", title: "Compiler Error C2065", heading: "Compiler Error C2065", row: nil,
      ids: ["C2065"]),
    Case(front: "events:\n- MSSQLSERVER_1\n- MSSQLSERVER_2\n", ids: ["1", "2"]),
    Case(file: "page.md", title: "About", heading: "About", row: nil, ids: []),
  ]

  @Test(arguments: cases.indices)
  func followsMostOfThePlacesThatNameAnEvent(index: Int) throws {
    let one = Self.cases[index]
    let text = Sample.page(title: one.title, heading: one.heading, row: one.row, front: one.front)
    let built = try Built(File("en-us/\(one.file)", text))
    #expect((built.page?.ids.map(\.text) ?? []) == one.ids)
    let reported = built.diagnostics.filter { $0.hasSuffix("[event-id-conflict]") }
    #expect(reported.count == one.outvoted.count)
    #expect(one.outvoted.allSatisfy { place in reported.contains { $0.contains(place) } })
    #expect(one.ids.isEmpty == built.rules.contains(.noEventID))
  }

  @Test func makesATieAnError() throws {
    let text = Sample.page(title: "MSSQLSERVER_1", heading: nil, row: "2")
    let built = try Built(File("en-us/page.md", text))
    #expect(built.page?.ids == [EventID("1")])
    #expect(
      built.diagnostics == [
        "en-us/page.md:9:1: the Details row names event 2, but the page is about 1 "
          + "[event-id-conflict]"
      ])
  }
}
