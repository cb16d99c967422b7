internal import Catalogue
internal import Markup
internal import Records

extension ByteWriter {
  mutating func write(_ page: Page) {
    // First, because everything after it is checked against it.
    write(page.document)
    write(byte: ordinal(of: page.kind))
    write(page.source)
    write(each: page.ids) { $0.write($1.text) }
    write(page.locale.text)
    write(page.title)
    write(page.description)
    write(page.path)
    write(page.date)
    write(optional: page.origin) { writer, origin in
      writer.write(origin.author)
      writer.write(origin.address)
      writer.write(origin.license)
    }
    write(page.details)
    write(page.message)
    write(optional: page.severity) { $0.write(number: $1) }
    write(optional: page.logged) { $0.write(byte: $1 ? 1 : 0) }
    write(each: page.sections) { $0.write($1) }
    write(each: page.fixes) { $0.write($1) }
    write(each: page.replies) { $0.write($1) }
    write(each: page.states) { $0.write($1) }
    write(each: page.alerts) { $0.write($1) }
    write(each: page.links) { $0.write($1) }
    write(each: page.keywords) { $0.write($1) }
    write(optional: page.translation) { $0.write($1) }
  }

  private mutating func write(_ date: CalendarDate?) {
    write(optional: date) { writer, date in
      writer.write(count: date.year)
      writer.write(count: date.month)
      writer.write(count: date.day)
    }
  }

  private mutating func write(_ details: Page.Details) {
    write(details.productName)
    write(details.eventID)
    write(details.eventSource)
    write(details.component)
    write(details.symbolicName)
    write(details.messageText)
    write(each: details.others) { writer, row in
      writer.write(row.label)
      writer.write(row.value)
    }
  }

  private mutating func write(_ section: Page.Section) {
    write(byte: ordinal(of: section.role))
    write(section.anchor)
    write(count: section.level)
    write(section.title)
    write(section.heading)
    write(section.body)
    write(each: section.events) { $0.write($1.text) }
  }

  private mutating func write(_ fix: Page.Fix) {
    write(fix.text)
    write(each: fix.code) { $0.write($1) }
    write(optional: fix.section) { $0.write(count: $1) }
    write(fix.nodes)
    write(optional: fix.quote) { $0.write($1) }
    write(fix.signs)
  }

  mutating func write(_ quote: Page.Quote) {
    write(quote.file)
    write(count: quote.line)
    write(quote.text)
  }

  private mutating func write(_ signs: FixSigns) {
    write(ascending: signs.head)
    write(ascending: signs.all)
    write(ascending: signs.code)
    write(count: Int(truncatingIfNeeded: signs.actions))
  }

  /// Numbers in ascending order, each as the difference to the one before it.
  private mutating func write(ascending numbers: [UInt32]) {
    write(count: numbers.count)
    var last: UInt32 = 0
    for number in numbers {
      write(count: Int(number &- last))
      last = number
    }
  }

  private mutating func write(_ reply: Page.Reply) {
    write(number: reply.number)
    write(reply.author)
    write(reply.date)
    write(count: reply.section)
    write(reply.nodes)
    write(byte: ordinal(of: reply.outcome))
    write(optional: reply.evidence) { $0.write($1) }
    write(each: reply.tried) { $0.write($1) }
    write(each: reply.environment) { $0.write($1) }
    write(reply.signs)
  }

  private mutating func write(_ state: Page.State) {
    write(number: state.from)
    write(number: state.to)
    write(state.text)
  }

  private mutating func write(_ alert: Page.Alert) {
    write(byte: ordinal(of: alert.kind))
    write(alert.text)
  }

  private mutating func write(_ link: Page.Link) {
    write(link.text)
    write(link.target)
    write(link.event)
  }

  private mutating func write(_ translation: Page.Translation) {
    write(translation.method)
    write(translation.handoff)
    write(translation.sourceHash)
    write(translation.sourceCommit)
    write(each: translation.drift) { $0.write($1) }
  }

  /// Where it begins and how long it is.
  private mutating func write(_ range: Range<Int>) {
    write(count: range.lowerBound)
    write(count: range.count)
  }
}
