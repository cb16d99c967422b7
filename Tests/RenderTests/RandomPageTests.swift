import Catalogue
import Diagnostics
import Markup
import Render
import Testing

/// Pages of every shape that the blocks can be put together in.
struct RandomPageTests {
  /// The same numbers for the same seed, on every machine.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  private struct Author {
    var numbers: Numbers
    var wordCount = 0

    mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &numbers) }

    mutating func word() -> String {
      wordCount += 1
      return ["w", "données", "数", "%.*ls", "«"][pick(5)] + "x\(wordCount)x"
    }

    mutating func inlines(deep: Int = 2) -> [Inline] {
      (0...pick(4)).flatMap { _ -> [Inline] in
        let inner = deep > 0 ? inlines(deep: deep - 1) : [.text(word())]
        // Words that were drawn and not placed are not looked for: the page itself says what is.
        let inline: Inline =
          switch pick(8) {
          case 0: .code(word())
          case 1: .emphasis(inner)
          case 2: .strong(inner)
          case 3: .link(inner, to: "https://example.com")
          case 4: .image(inner, from: "x.png")
          default: .text("\(word()) \(word())")
          }
        return [inline, [.softBreak, .hardBreak, " "][pick(3)]]
      }
    }

    mutating func block(deep: Int) -> Block {
      switch pick(deep > 0 ? 9 : 3) {
      case 0: return .code("\(word())\n\n\(word())\n")
      case 3: return .list(from: pick(2) == 0 ? nil : pick(12), blocks(deep: deep - 1))
      case 4: return .quote(blocks(deep: deep - 1).flatMap { $0 })
      case 5: return .alert(.tip, blocks(deep: deep - 1).flatMap { $0 })
      case 6: return .tab(word(), blocks(deep: deep - 1).flatMap { $0 })
      case 7:
        let columns = 1 + pick(4)
        return .table(
          (0...pick(3)).map { _ in (0..<columns).map { _ in inlines(deep: 0) } },
          [.right, .center, .left])
      default: return .paragraph(inlines())
      }
    }

    mutating func blocks(deep: Int) -> [[Block]] {
      (0...pick(3)).map { _ in (0..<pick(4)).map { _ in block(deep: deep) } }
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func losesNoWordAndStaysWithinTheWidth(seed: UInt64) {
    var author = Author(numbers: Numbers(state: seed))
    var page = Page.reference("1", "en-US")
    for (number, role) in [Role.explanation, .userAction, .example, .other].enumerated() {
      page.append(
        role, "s\(number)", "Section \(number)", level: number == 3 ? 3 : 2,
        author.blocks(deep: 4).flatMap { $0 })
    }
    let answer = Answer(
      source: page.source, id: page.ids[0], locale: page.locale, pages: [page])
    let expected = words(in: page.document.plainText(of: page.document.indices))
    for width in [20, 33, 60, 88] {
      let printed = AnswerPrinter(.init(width: width)).text(of: answer)
      let text = String(decoding: printed, as: UTF8.self)
      #expect(Set(expected).subtracting(words(in: text)).isEmpty)
      #expect(!text.contains("\n\n\n"))
      for line in text.split(separator: "\n") {
        #expect(!line.hasSuffix(" "))
        #expect(
          DisplayWidth.columns(of: String(line)) <= width || isOneWord(line), "\(width): \(line)")
      }
    }
  }

  /// Whether one word stands after the marks that lead a line.
  private func isOneWord(_ line: Substring) -> Bool {
    let words = line.split(separator: " ").filter { word in
      !["-", "Tip:"].contains(word) && !(word.hasSuffix(".") && Int(word.dropLast()) != nil)
    }
    return words.count <= 1
  }

  /// The numbers that name the words, which no line break parts.
  private func words(in text: String) -> [String] {
    text.split { !($0.isASCII && ($0.isNumber || $0 == "x")) }
      .filter { $0.hasPrefix("x") && $0.hasSuffix("x") && $0.count > 2 }
      .map { String($0) }
  }
}
