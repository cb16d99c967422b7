import Catalogue
import Diagnostics
import Foundation
import Index
import Testing

@testable import ErrkbCommands

/// The pages of the list of resources.
struct ResourceListTests {
  /// The addresses on each page of a list, and whether it ends.
  private func pages(_ locales: [Int]) throws -> [[String]] {
    let events = locales.enumerated().map { place, count in
      (
        event: EventKey(source: "A B", id: EventID("\(place)")),
        locales: (0..<count).map { LocaleTag(canonical: "x-\($0)") }
      )
    }
    let list = ResourceList(events: events)
    var pages: [[String]] = []
    var place = ResourceList.Place()
    while pages.count < 10 {
      var json = JSONWriter()
      var isThere = false
      json.object { isThere = list.write(from: place, to: &$0) }
      try #require(isThere)
      let object =
        try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any] ?? [:]
      let resources = object["resources"] as? [[String: String]] ?? []
      pages.append(resources.compactMap { $0["uri"] })
      guard let cursor = object["nextCursor"] as? String else { return pages }
      place = try #require(ResourceList.Place(cursor: cursor))
    }
    return pages
  }

  @Test(arguments: [
    [], [1], [250], [251], [249, 1], [249, 2], [125, 125, 125, 125], [250, 250], [3, 0, 497],
    Array(repeating: 1, count: 501), Array(repeating: 4, count: 130),
  ])
  func everyPageLeadsToTheNextUntilAllIsTold(locales: [Int]) throws {
    let pages = try pages(locales)
    let count = locales.reduce(0, +)
    #expect(pages.count == max(1, (count + 249) / 250))
    #expect(Set(pages.joined()).count == count)
    #expect(pages.dropLast().allSatisfy { $0.count == 250 })
    let last = locales.indices.last { locales[$0] > 0 }
    if let last { #expect(pages.last?.last == "errkb://A%20B/\(last)/x-\(locales[last] - 1)") }
  }

  @Test(arguments: ["", "1", "1.2.3", "-1.0", "a.b", "0.-1", "99999999999.0", "0. 1"])
  func takesNoCursorThatWasNotGivenOut(cursor: String) {
    #expect(ResourceList.Place(cursor: cursor) == nil)
  }

  @Test func readsAndWritesAddresses() throws {
    let event = EventKey(source: "Ä/B c", id: EventID("-2%"))
    let address = EventAddress(event, LocaleTag(canonical: "zh-Hant-TW"))
    #expect(address.text == "errkb://%C3%84%2FB%20c/-2%25/zh-Hant-TW")
    #expect(EventAddress(address.text) == address)
    #expect(EventAddress(event).text == "errkb://%C3%84%2FB%20c/-2%25")
    for text in ["", "errkb://", "errkb://a/b", "errkb://a/b/", "errkb:///b/en", "http://a/b/en"] {
      #expect(EventAddress(text) == nil)
    }
  }
}
