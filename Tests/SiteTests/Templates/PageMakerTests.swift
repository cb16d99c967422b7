import Diagnostics
import TestSupport
import Testing

@testable import Site

/// Pages put together from what was cut before are those that Mustache makes.
struct PageMakerTests {
  /// Templates by what is odd about them, each with others that it names.
  private static let templates = [
    "{{a}}|{{{a}}}|{{&b}}|{{gone}}|{{words.one}}|{{{words.two}}}|{{lang}}",
    "{{#a}}[{{a}}{{.}}{{title}}]{{/a}}{{^a}}none{{/a}}{{#flag}}yes{{/flag}}{{^flag}}no{{/flag}}",
    "{{#list}}{{^first()}}, {{/first()}}{{index()}} {{a}}{{#list}}<{{{b}}}{{#last()}}.{{/last()}}>{{/list}}{{/list}}",
    "{{#reversed(list)}}{{a}};{{/reversed(list)}}{{count(list)}}{{#first(list)}}{{b}}{{/first(list)}}{{#empty(list)}}-{{/empty(list)}}",
    "{{uppercased(a)}}{{#reversed(b)}}{{.}}{{/reversed(b)}}{{#empty(a)}}x{{/empty(a)}}",
    "{{>part}}{{#list}}\n{{>part}}\n{{/list}}",
    "<div>\n  {{>part}}\n  {{#list}}\n    {{>part}}\n  {{/list}}\n</div>\n",
    "{{<around}}{{$main}}{{#list}}{{a}}{{/list}}{{/main}}{{/around}}",
    "  {{<around}}\n{{$main}}\n{{{b}}}\n{{a}}\n{{/main}}\n{{/around}}\n",
    "{{=<% %>=}}<% a %>{{a}}<%& b %>",
    "{{% CONTENT_TYPE:TEXT}}\n{{a}}{{>part}}",
    "{{% CONTENT_TYPE:HTML}}\n{{a}}{{{b}}}",
    "{{a}}\u{F8F0}0&<>\"'\n\u{1}\u{F8F1}{{b}}\u{F8F2}{{{a}}}",
    "\u{F8F0}{{a}}\u{F8F0}7{{b}}",
    "{{#words}}{{one}}{{two}}{{a}}{{/words}}{{#words.one}}{{.}}{{/words.one}}{{a.b}}{{list.a}}",
    "{{flag}}{{#flag}}{{flag}}{{a}}{{/flag}}{{! {{a}} }}",
    "",
  ]
  private static let parts = [
    "part": "{{{b}}}\n{{a}}{{{b}}}{{#list}}\n\n{{{a}}}{{b}}\n{{/list}}",
    "around": "<{{a}}>{{$main}}nothing{{/main}}\n {{$main}}{{/main}}",
  ]

  private static func maker(_ template: String) throws -> PageMaker {
    var files = parts.mapValues { TemplateFile(path: "", bytes: Array($0.utf8)) }
    files["page"] = TemplateFile(path: "", bytes: Array(template.utf8))
    var diagnostics: [Diagnostic] = []
    let maker = PageMaker(TemplateFile.library(of: files, diagnostics: &diagnostics))
    try #require(diagnostics.isEmpty, "\(diagnostics.map(summary))")
    return maker
  }

  @Test(arguments: templates)
  func pagesOfAwkwardTemplatesAreThoseOfMustache(template: String) throws {
    let maker = try Self.maker(template)
    var random = SmallGenerator()
    for _ in 0..<40 {
      let skeleton = Skeleton(depth: 2, using: &random)
      for _ in 0..<4 {
        let values = PageValues(
          own: skeleton.values(using: &random),
          shared: SharedValues([
            .init(name: "lang", text: Skeleton.text(using: &random)),
            .init(group: "words", name: "one", text: Skeleton.text(using: &random)),
            .init(group: "words", name: "two", text: ""),
          ]))
        let expected = maker.plainPage("page", values)
        #expect(
          String(decoding: maker.page("page", values), as: UTF8.self)
            == String(decoding: expected, as: UTF8.self))
        #expect(maker.page("page", values) == expected)
      }
    }
  }

  /// What becomes of a template after two pages of one shape.
  private func isCut(_ template: String, _ fill: (inout TemplateValues) -> Void) throws -> Bool {
    let maker = try Self.maker(template)
    let values = PageValues(own: TemplateValues(fill), shared: SharedValues())
    for _ in 0..<2 { _ = maker.page("page", values) }
    switch maker.knowledge(of: PageShape.of(values, "page").shape) {
    case .cut: return true
    case .isUncut: return false
    case .seen, nil:
      Issue.record("nothing was learnt")
      return false
    }
  }

  @Test func textsBetweenPiecesAreCutAndAllElseIsLeftToMustache() throws {
    func fill(_ values: inout TemplateValues) {
      values.set("a", "text")
      values.set("b", html: Array("<p>".utf8))
      values.set("list", [TemplateValues { $0.set("a", 1) }, TemplateValues { $0.set("a", 2) }])
    }
    #expect(try isCut("{{a}}<br>{{{b}}}{{#list}}{{a}}{{^last()}}, {{/last()}}{{/list}}", fill))
    #expect(try isCut("{{>part}}\n{{<around}}{{$main}}{{{b}}}{{/main}}{{/around}}", fill))
    // Where a line of markup ends, what follows is moved in.
    #expect(try !isCut("  {{>part}}\n", fill))
    // Escaped in another way than ours.
    #expect(try !isCut("{{% CONTENT_TYPE:HTML}}\n{{a}}", fill))
    // As Swift would print it.
    #expect(try !isCut("{{list}}", fill))
    // What looks like a mark.
    #expect(try !isCut("{{a}}\u{F8F0}1", fill))
    #expect(try !isCut("{{a}}\u{F8F2}01", fill))
  }

  @Test func shapesDifferByNamesConditionsAndLengthsAndNotByTexts() {
    func shape(_ fill: (inout TemplateValues) -> Void) -> PageShape {
      PageShape.of(PageValues(own: TemplateValues(fill), shared: SharedValues()), "page").shape
    }
    func text(_ text: String?) -> PageShape { shape { $0.set("a", text) } }
    func holds(_ holds: Bool) -> PageShape { shape { $0.set("a", holds) } }
    func list(_ lengths: [Int]) -> PageShape {
      shape { values in
        values.set(
          "a",
          lengths.map { length in
            TemplateValues { $0.set("b", Array(repeating: TemplateValues(), count: length)) }
          })
      }
    }
    #expect(text("one") == text("another"))
    #expect(text("one") != text(nil))
    #expect(text("") == text(nil))
    #expect(holds(true) != holds(false))
    #expect(holds(false) != text(nil))
    #expect(list([1, 2]) == list([1, 2]))
    #expect(
      Set([list([]), list([0]), list([1]), list([2]), list([1, 1]), list([0, 2])]).count == 6)
  }

  @Test func whatIsSetTwiceIsTheLater() throws {
    let maker = try Self.maker("{{a}}")
    let values = PageValues(
      own: TemplateValues {
        $0.set("a", "one")
        $0.set("a", "two")
      }, shared: SharedValues([.init(name: "a", text: "three")]))
    for _ in 0..<3 { #expect(maker.page("page", values) == Array("two".utf8)) }
  }
}

/// Which names are set to what, but for the texts.
private struct Skeleton {
  private enum Value {
    case text, html, absent
    case holds(Bool)
    case list([Skeleton])
  }

  private var entries: [(name: StaticString, value: Value)] = []

  init(depth: Int, using random: inout SmallGenerator) {
    let names: [StaticString] = ["a", "b", "flag", "list", "title"]
    for name in names where Int.random(in: 0..<5, using: &random) > 0 {
      entries.append((name, Self.value(depth: depth, using: &random)))
    }
  }

  private static func value(depth: Int, using random: inout SmallGenerator) -> Value {
    switch Int.random(in: 0..<9, using: &random) {
    case 0...2: .text
    case 3, 4: .html
    case 5: .absent
    case 6: .holds(Bool.random(using: &random))
    default:
      .list(
        depth == 0
          ? []
          : (0..<Int.random(in: 0..<4, using: &random)).map { _ in
            Skeleton(depth: depth - 1, using: &random)
          })
    }
  }

  func values(using random: inout SmallGenerator) -> TemplateValues {
    var values = TemplateValues()
    for (name, value) in entries {
      switch value {
      case .text: values.set(name, Self.text(using: &random))
      case .html: values.set(name, html: Array(Self.text(using: &random).utf8))
      case .absent: values.set(name, String?.none)
      case .holds(let holds): values.set(name, holds)
      case .list(let list): values.set(name, list.map { $0.values(using: &random) })
      }
    }
    return values
  }

  private static let pieces = [
    "a", "Zeile", "&", "<b>", "\"", "'", "\n", "\r", "\r\n", "\u{1}", "\u{7F}", "{{a}}", "\u{301}",
    "\u{F8F0}0", "\u{F8F0}0&<>\"'\n\u{1}\u{F8F1}", "\u{F8F1}", "\u{F8F2}0", "\u{F8F3}\n", "日本", "🇫🇷",
    " ", "&amp;",
  ]

  /// A text that is not empty.
  static func text(using random: inout SmallGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1..<6, using: &random) {
      text += pieces.randomElement(using: &random) ?? "a"
    }
    return text
  }
}
