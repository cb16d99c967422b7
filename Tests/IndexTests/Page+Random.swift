import Catalogue
import Markup

extension Page {
  /// A page that uses every field, or leaves it out, as a seed decides.
  static func random(seed: UInt64) -> Page {
    var random = RandomPage(generator: SeededGenerator(seed: seed))
    return random.page()
  }
}

/// Makes pages up.
private struct RandomPage {
  var generator: SeededGenerator

  mutating func page() -> Page {
    let document = document()
    var page = Page(
      kind: one(of: Page.Kind.allCases), source: text(),
      ids: [EventID(text())] + texts().map(EventID.init),
      locale: LocaleTag(canonical: one(of: ["en-US", "fr-FR", "zh-Hant-TW"])), title: text(),
      path: text(), document: document)
    page.description = maybe { $0.text() }
    page.date = maybe { $0.date() }
    page.origin = Page.Origin(
      author: maybe { $0.text() }, address: maybe { $0.text() }, license: maybe { $0.text() })
    page.details.productName = maybe { $0.text() }
    page.details.eventID = maybe { $0.text() }
    page.details.eventSource = maybe { $0.text() }
    page.details.component = maybe { $0.text() }
    page.details.symbolicName = maybe { $0.text() }
    page.details.messageText = maybe { $0.text() }
    page.details.others = some { Page.Details.Row(label: $0.text(), value: $0.text()) }
    page.message = maybe { $0.text() }
    page.severity = maybe { $0.number(0...25) }
    page.logged = maybe { $0.number(0...1) == 1 }
    page.sections = some { random in
      Page.Section(
        role: random.one(of: Role.allCases), anchor: random.text(), level: random.number(2...6),
        title: random.text(), heading: random.range(in: document), body: random.range(in: document),
        events: random.texts().map(EventID.init))
    }
    let sections = page.sections.indices
    page.fixes = some { random in
      Page.Fix(
        text: random.text(), code: random.texts(),
        section: sections.randomElement(using: &random.generator),
        nodes: random.range(in: document), quote: random.maybe { $0.quote() },
        signs: random.signs())
    }
    page.replies =
      sections.isEmpty
      ? []
      : some { random in
        Page.Reply(
          number: random.number(-5...300), author: random.maybe { $0.text() },
          date: random.maybe { $0.date() },
          section: sections.randomElement(using: &random.generator) ?? 0,
          nodes: random.range(in: document), outcome: random.one(of: Page.Outcome.allCases),
          evidence: random.maybe { $0.quote() }, tried: random.some { $0.quote() },
          environment: random.some { $0.quote() }, signs: random.signs())
      }
    page.states = some { random in
      Page.State(from: random.number(-5...300), to: random.number(-5...300), text: random.text())
    }
    page.alerts = some { Page.Alert(kind: $0.one(of: Document.Alert.allCases), text: $0.text()) }
    page.links = some { random in
      Page.Link(text: random.text(), target: random.text(), event: random.maybe { $0.text() })
    }
    page.keywords = texts()
    page.translation = maybe { random in
      var translation = Page.Translation()
      translation.method = random.maybe { $0.text() }
      translation.handoff = random.maybe { $0.date() }
      translation.sourceHash = random.maybe { $0.text() }
      translation.sourceCommit = random.maybe { $0.text() }
      translation.drift = random.texts()
      return translation
    }
    return page
  }

  private mutating func document() -> Document {
    var document = Document()
    append(number(0...8), to: &document, depth: 0)
    return document
  }

  private mutating func append(_ count: Int, to document: inout Document, depth: Int) {
    for _ in 0..<count {
      let kind = Document.Kind(rawValue: UInt8(number(0...21))) ?? .text
      var node = Document.Node(kind, line: Int32(number(0...400)))
      node.detail = UInt8(number(0...6))
      node.number = maybe { Int32($0.number(-100_000...100_000)) } ?? 0
      node.text = maybe { document.store($0.text().utf8) } ?? .init()
      node.attribute = maybe { document.store($0.text().utf8) } ?? .init()
      let index = document.open(node)
      if depth < 6 { append(number(0...3), to: &document, depth: depth + 1) }
      document.close(index)
    }
  }

  private mutating func range(in document: Document) -> Range<Int> {
    let ends = [number(0...document.nodes.count), number(0...document.nodes.count)].sorted()
    return ends[0]..<ends[1]
  }

  private mutating func date() -> CalendarDate? {
    CalendarDate(year: number(1...9999), month: number(1...12), day: number(1...28))
  }

  private mutating func quote() -> Page.Quote {
    Page.Quote(file: maybe { $0.text() }, line: number(1...90_000), text: text())
  }

  private mutating func signs() -> FixSigns {
    FixSigns(
      head: hashes(), all: hashes(), code: hashes(),
      actions: UInt64.random(in: 0..<1 << 60, using: &generator))
  }

  private mutating func hashes() -> [UInt32] {
    Set(some { UInt32.random(in: .min ... .max, using: &$0.generator) }).sorted()
  }

  private mutating func text() -> String {
    one(of: ["", "SQL", "l'état", "数据库", "\u{0}\r\n", "🗄️", String(repeating: "long ", count: 40)])
  }

  private mutating func texts() -> [String] { some { $0.text() } }

  private mutating func some<Value>(_ body: (inout RandomPage) -> Value) -> [Value] {
    (0..<number(0...4)).map { _ in body(&self) }
  }

  private mutating func maybe<Value>(_ body: (inout RandomPage) -> Value?) -> Value? {
    number(0...2) > 0 ? body(&self) : nil
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  private mutating func one<Value>(of values: [Value]) -> Value {
    values[number(0...values.count - 1)]
  }
}
