internal import Catalogue
internal import Markup
internal import Records

extension ByteReader {
  mutating func page() throws(CorruptBytes) -> Page {
    let document = try document()
    let kind = try oneOf(Page.Kind.self)
    let source = try text()
    let ids = try each { reader throws(CorruptBytes) in EventID(try reader.text()) }
    guard !ids.isEmpty else { throw corrupt("a page about no event") }
    let locale = LocaleTag(canonical: try text())
    let title = try text()
    let description = try optionalText()
    var page = Page(
      kind: kind, source: source, ids: ids, locale: locale, title: title, path: try text(),
      document: document)
    page.description = description
    page.date = try optional { reader throws(CorruptBytes) in try reader.date() }
    page.origin = try origin()
    page.details = try details()
    page.message = try optionalText()
    page.severity = try optional { reader throws(CorruptBytes) in try reader.number() }
    page.logged = try optional { reader throws(CorruptBytes) in try reader.bool() }
    let nodes = document.indices
    page.sections = try each { reader throws(CorruptBytes) in try reader.section(of: nodes) }
    let sections = page.sections.count
    page.fixes = try each { reader throws(CorruptBytes) in
      try reader.fix(of: nodes, sections: sections)
    }
    page.replies = try each { reader throws(CorruptBytes) in
      try reader.reply(of: nodes, sections: sections)
    }
    page.states = try each { reader throws(CorruptBytes) in try reader.state() }
    page.alerts = try each { reader throws(CorruptBytes) in try reader.alert() }
    page.links = try each { reader throws(CorruptBytes) in try reader.link() }
    page.keywords = try texts()
    page.translation = try optional { reader throws(CorruptBytes) in
      try reader.translation()
    }
    return page
  }

  private mutating func origin() throws(CorruptBytes) -> Page.Origin? {
    guard try bool() else { return nil }
    let origin = Page.Origin(
      author: try optionalText(), address: try optionalText(), license: try optionalText())
    guard let origin else { throw corrupt("an origin of which nothing is known") }
    return origin
  }

  private mutating func details() throws(CorruptBytes) -> Page.Details {
    var details = Page.Details()
    details.productName = try optionalText()
    details.eventID = try optionalText()
    details.eventSource = try optionalText()
    details.component = try optionalText()
    details.symbolicName = try optionalText()
    details.messageText = try optionalText()
    details.others = try each { reader throws(CorruptBytes) in
      Page.Details.Row(label: try reader.text(), value: try reader.text())
    }
    return details
  }

  private mutating func section(of nodes: Range<Int>) throws(CorruptBytes) -> Page.Section {
    Page.Section(
      role: try oneOf(Role.self), anchor: try text(), level: try index(upTo: 6),
      title: try text(), heading: try range(within: nodes), body: try range(within: nodes),
      events: try each { reader throws(CorruptBytes) in EventID(try reader.text()) })
  }

  private mutating func fix(
    of nodes: Range<Int>, sections: Int
  ) throws(CorruptBytes) -> Page.Fix {
    let text = try text()
    let code = try texts()
    let section = try optional { reader throws(CorruptBytes) in
      let index = try reader.index(upTo: sections)
      guard index < sections else { throw reader.corrupt("a fix in section \(index)") }
      return index
    }
    return Page.Fix(
      text: text, code: code, section: section, nodes: try range(within: nodes),
      quote: try optional { reader throws(CorruptBytes) in try reader.quote() },
      signs: try signs())
  }

  mutating func quote() throws(CorruptBytes) -> Page.Quote {
    Page.Quote(file: try optionalText(), line: try index(upTo: .max), text: try text())
  }

  private mutating func signs() throws(CorruptBytes) -> FixSigns {
    FixSigns(
      head: try ascending(), all: try ascending(), code: try ascending(),
      actions: UInt64(try index(upTo: .max)))
  }

  private mutating func ascending() throws(CorruptBytes) -> [UInt32] {
    var last: UInt32 = 0
    return try each { reader throws(CorruptBytes) in
      let step = try reader.index(upTo: Int(UInt32.max - last))
      last += UInt32(step)
      return last
    }
  }

  private mutating func reply(
    of nodes: Range<Int>, sections: Int
  ) throws(CorruptBytes) -> Page.Reply {
    let number = try number()
    let author = try optionalText()
    let date = try optional { reader throws(CorruptBytes) in try reader.date() }
    let section = try index(upTo: sections)
    guard section < sections else { throw corrupt("a reply in section \(section)") }
    var reply = Page.Reply(
      number: number, author: author, date: date, section: section,
      nodes: try range(within: nodes))
    reply.outcome = try oneOf(Page.Outcome.self)
    reply.evidence = try optional { reader throws(CorruptBytes) in try reader.quote() }
    reply.tried = try each { reader throws(CorruptBytes) in try reader.quote() }
    reply.environment = try each { reader throws(CorruptBytes) in try reader.quote() }
    reply.signs = try signs()
    return reply
  }

  private mutating func state() throws(CorruptBytes) -> Page.State {
    Page.State(from: try number(), to: try number(), text: try text())
  }

  private mutating func alert() throws(CorruptBytes) -> Page.Alert {
    Page.Alert(kind: try oneOf(Document.Alert.self), text: try text())
  }

  private mutating func link() throws(CorruptBytes) -> Page.Link {
    Page.Link(text: try text(), target: try text(), event: try optionalText())
  }

  private mutating func translation() throws(CorruptBytes) -> Page.Translation {
    var translation = Page.Translation()
    translation.method = try optionalText()
    translation.handoff = try optional { reader throws(CorruptBytes) in try reader.date() }
    translation.sourceHash = try optionalText()
    translation.sourceCommit = try optionalText()
    translation.drift = try texts()
    return translation
  }

  private mutating func date() throws(CorruptBytes) -> CalendarDate {
    let (year, month, day) = (try index(upTo: 9999), try index(upTo: 12), try index(upTo: 31))
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      throw corrupt("a day that no calendar has")
    }
    return date
  }

  private mutating func texts() throws(CorruptBytes) -> [String] {
    try each { reader throws(CorruptBytes) in try reader.text() }
  }

  private mutating func range(within nodes: Range<Int>) throws(CorruptBytes) -> Range<Int> {
    let start = try index(upTo: nodes.upperBound)
    return start..<start + (try index(upTo: nodes.upperBound - start))
  }

  /// A case by its number among all cases.
  private mutating func oneOf<Case: CaseIterable>(
    _ type: Case.Type
  ) throws(CorruptBytes) -> Case where Case.AllCases == [Case] {
    let number = Int(try byte())
    guard type.allCases.indices.contains(number) else { throw corrupt("case \(number)") }
    return type.allCases[number]
  }
}
