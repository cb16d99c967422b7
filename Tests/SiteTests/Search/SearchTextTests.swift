import Catalogue
import Foundation
import Index
import Testing

@testable import Site

/// How the search in the page writes what it knows.
struct SearchTextTests {
  @Test(arguments: [
    (0, "#"), (1, "$"), (56, "["), (57, "]"), (59, "_"), (60, "`#"), (90, "~#"), (91, "`$"),
    (60 + 31 * 59, "`_"), (60 + 31 * 60, "``#"),
  ])
  func writesNumbersWithoutEscapes(number: Int, text: String) {
    #expect(String(decoding: NumberText.text(number), as: UTF8.self) == text)
  }

  @Test func readsBackEveryNumberItWrites() {
    let numbers = Array(0..<5000) + (0..<40).map { 1 << $0 }
    var text = NumberText()
    for number in numbers { text.append(number) }
    var reader = NumberReader(text.bytes[...])
    #expect(numbers.allSatisfy { reader.next() == $0 })
    #expect(reader.rest.isEmpty)
    #expect(text.bytes.allSatisfy { (0x23...0x7E).contains($0) && $0 != UInt8(ascii: "\\") })
  }

  @Test func writesPlacesOfMessagesByWordsAndOfPagesByColumns() {
    let layout = SearchLayout("1 14 en-US 9")
    let places = [
      place(4, 0, 3), place(6, 0, 1), place(6, 0, 5), place(7, 0, 2), place(7, 2, 0),
      place(7, 2, 9),
    ]
    guard let layout else { return #expect(Bool(false)) }
    let posting = PostingText(places, layout)
    #expect(posting.rows == 3 && posting.isShort && posting.summary == nil)
    // Row 4 with one place; two rows on two; one row on, a page, three places in columns 0 and 2.
    let numbers = [4, 6, 2, 3, 1, 4, 1, 2, 0, 2, 2 << 1 | 1, 0, 9 << 1]
    var text = NumberText()
    for number in numbers { text.append(number) }
    #expect(posting.pieces.map(\.text) == [text.bytes])
  }

  @Test func cutsWhatIsNearlyEverywhere() {
    guard let layout = SearchLayout("1 14 en-US 9") else { return #expect(Bool(false)) }
    let posting = PostingText((1...4000).map { place($0 * 2, 0, 100) }, layout)
    #expect(posting.rows == 4000 && posting.pieces.count > 1 && !posting.isShort)
    var rows: [Int] = []
    for piece in posting.pieces {
      var reader = NumberReader(piece.text[...])
      var row = 0
      while !reader.rest.isEmpty {
        row += reader.next()
        if row == piece.start { #expect(rows.last ?? 0 < row) }
        rows.append(row)
        #expect(reader.next() == 200)
      }
    }
    #expect(rows == (1...4000).map { $0 * 2 })
    var reader = NumberReader((posting.summary ?? [])[...])
    for _ in 1...4000 {
      #expect(reader.next() == 2)
      // A message's word that is not among its first.
      #expect(reader.next() == 10)
    }
  }

  @Test func learnsWhatEndingsComeTo() {
    let words = ["ations", "ation", "er"].flatMap { ending in
      ["cre", "don", "form", "liber"].map { (Array(($0 + ending).utf16), Array($0.utf16)) }
    }
    let text = String(decoding: Endings(words).text, as: UTF8.self)
    // What most words need stands for all, and the last letter tells the others.
    #expect(text.split(separator: " ") == ["!%", "n!(", "s!)"])
  }

  @Test(arguments: [
    ("One\ttwo\nthree", "One two three"),
    (String(repeating: "four ", count: 20), String(repeating: "four ", count: 18) + "four…"),
    (String(repeating: "sixsix ", count: 20), String(repeating: "sixsix ", count: 12) + "sixsix…"),
    (String(repeating: "x", count: 97), String(repeating: "x", count: 96) + "…"),
    ("a " + String(repeating: "x", count: 97), "a " + String(repeating: "x", count: 94) + "…"),
    (String(repeating: "接", count: 49), String(repeating: "接", count: 48) + "…"),
    (String(repeating: "接", count: 48), String(repeating: "接", count: 48)),
  ])
  func cutsTextsAfterAWord(text: String, shown: String) {
    #expect(ResultTexts.line(text) == shown)
  }

  @Test func makesTheSameFilesEveryTime() throws {
    let messages = (1...300).map { (id: String($0), text: "Message \($0 % 7) of \($0 % 11)") }
    let sites = try (0..<2).map { _ in
      let folder = FileManager.default.temporaryDirectory.appending(component: UUID().uuidString)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      return try SearchedSite(messages: messages, locale: "en-US", in: folder.path).files
    }
    #expect(sites[0].paths == sites[1].paths)
    #expect(sites[0].paths.contains("en-us/search/index.js"))
    #expect(sites[0].paths.allSatisfy { sites[0][$0] == sites[1][$0] })
  }

  private func place(_ row: Int, _ column: Int, _ offset: Int) -> IndexedTerms.Place {
    IndexedTerms.Place(row: row, column: column, offset: offset)
  }
}

/// Reads numbers as `search.js` does.
private struct NumberReader {
  private(set) var rest: ArraySlice<UInt8>

  init(_ text: ArraySlice<UInt8>) { rest = text }

  mutating func next() -> Int {
    guard let byte = rest.popFirst() else { return -1 }
    let digit = Int(byte) - 0x23 - (byte > UInt8(ascii: "\\") ? 1 : 0)
    return digit < 60 ? digit : digit + 31 * next()
  }
}
