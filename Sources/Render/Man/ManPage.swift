package import Catalogue
internal import Diagnostics
internal import Markup

/// An answer as a man page, in the order of an answer: names, message, what to do, why, the rest.
package struct ManPage: Sendable {
  /// How a page is made.
  package struct Options: Sendable {
    package var words: InterfaceWords
    package var names: ManNames
    /// The date of a page that has none of its own: every man page bears one.
    package var date: CalendarDate?
    /// Prints the sections of this role and nothing else.
    package var role: Role?
    /// The error state that is explained right under the message.
    package var state: Int?

    package init(
      words: InterfaceWords, names: ManNames, date: CalendarDate? = nil, role: Role? = nil,
      state: Int? = nil
    ) {
      self.words = words
      self.names = names
      self.date = date
      self.role = role
      self.state = state
    }
  }

  private let answer: Answer
  private let options: Options
  private let outlines: [PageOutline]
  private var blocks: ManBlocks

  private init(_ answer: Answer, _ options: Options) {
    self.answer = answer
    self.options = options
    outlines = answer.pages.map { PageOutline($0, isAmongOthers: answer.isMerged) }
    blocks = ManBlocks(words: options.words)
  }

  /// The page as UTF-8; empty where a role was asked for that no page has a section of.
  package static func bytes(of answer: Answer, _ options: Options) -> [UInt8] {
    var page = ManPage(answer, options)
    page.begin()
    if let role = options.role {
      guard page.write(sectionsOf: role) else { return [] }
    } else {
      page.writeAll()
    }
    return page.blocks.output.bytes
  }

  private var words: InterfaceWords { options.words }

  private mutating func begin() {
    let page = answer.pages.first
    let description = page.flatMap { page in
      outlines.first?.message(of: page, emphasis: [])?.text
    }
    let texts = [description, answer.messages.first.map { StyledText($0.text) }]
    let others = [page?.description, page?.title].map { $0.map { StyledText($0) } }
    let text = (texts + others).lazy.compactMap(\.self).first { !$0.isEmpty }
    blocks.begin(
      title: options.names.page.uppercased(), date: date,
      source: page?.details.productName ?? answer.source, manual: words[.siteTitle],
      names: [options.names.page] + options.names.aliases,
      description: ManDescription(text ?? StyledText("\(answer.source)_\(answer.id)")))
  }

  private var date: CalendarDate? {
    let dates = answer.allPages.compactMap { $0.date ?? $0.translation?.handoff }
    return answer.pages.first?.date ?? dates.max() ?? options.date
  }
}

// MARK: - All of it

extension ManPage {
  private mutating func writeAll() {
    let merged =
      answer.isMerged
      ? MergedAnswer(answer, words: words, state: options.state, outlines: outlines) : nil
    let message = message()
    let title = answer.pages.first?.title ?? words[.message]
    blocks.section(message.text.isEmpty ? title : words[.message])
    writeFacts()
    write(messages: message.text)
    if let merged {
      blocks.write(merged.document, merged.introduction)
      for part in merged.parts { blocks.write(merged.document, part.nodes, isSection: true) }
    } else if let page = answer.pages.first, let outline = outlines.first {
      writeAskedState()
      writeIntroduction(of: page, outline, without: message.block)
      for group in outline.order.groups { write(group, of: page) }
      if let beside = SetBeside.section(of: [page], words: words) {
        blocks.write(beside, beside.indices, isSection: true)
      }
    }
    writeDetails()
    writeSeeAlso()
    writeFiles()
  }

  /// What the product prints, each text once, and the block of the first page that says it.
  private func message() -> (text: [StyledText], block: Int?) {
    for (page, outline) in zip(answer.pages, outlines) {
      if let (text, block) = outline.message(of: page, emphasis: .dim) { return ([text], block) }
    }
    return (answer.messages.map { StyledText($0.text) }, nil)
  }

  /// Writes what it is, and what the reader must know of the page.
  private mutating func writeFacts() {
    var facts = [answer.locale.text]
    facts += [answer.pages.first?.details.symbolicName].compactMap(\.self)
    facts += self.facts(severity: answer.severity, logged: answer.logged)
    facts += [answer.pages.first.flatMap(words.translationNote)].compactMap(\.self)
    var line = StyledText("\(answer.source)_\(answer.id)", .bold)
    for fact in facts { line.append(" · \(fact)") }
    blocks.paragraph(line)
    var notices = answer.pages.compactMap(words.driftNotice)
    if answer.isFallback { notices.insert(words.fallbackNotice(for: answer), at: 0) }
    for notice in notices { blocks.paragraph(StyledText(notice, .dim)) }
  }

  private func facts(severity: Int?, logged: Bool?) -> [String] {
    [
      severity.map { "\(words[.severity]) \($0)" },
      logged.map { words[$0 ? .logged : .notLogged] },
    ].compactMap(\.self)
  }

  /// Writes messages set in, their placeholders in italics.
  private mutating func write(messages: [StyledText]) {
    guard messages.contains(where: { !$0.isEmpty }) else { return }
    blocks.beginInset()
    for (number, text) in messages.enumerated() {
      var text = text
      text.add(.dim, to: Placeholders.ranges(in: text.bytes))
      blocks.paragraph(text)
      guard answer.pages.isEmpty, !answer.hasUniformMessages else { continue }
      let message = answer.messages[number]
      let facts = facts(severity: message.severity, logged: message.logged)
      blocks.paragraph(StyledText(facts.joined(separator: " · ")), isTight: true)
    }
    blocks.endInset()
  }

  private mutating func writeAskedState() {
    guard let state = options.state else { return }
    for text in answer.told(state: state, words) { blocks.paragraph(StyledText(text)) }
  }

  /// Writes what stands before the first heading, then what the details section holds beside its
  /// table.
  private mutating func writeIntroduction(
    of page: Page, _ outline: PageOutline, without message: Int?
  ) {
    let end = page.sections.first?.heading.lowerBound ?? page.document.nodes.count
    let told = PageOutline.introduction(of: page)
    let hidden = page.document.roots(in: 0..<end).filter { root in
      root == message || !told.contains(root)
    }
    blocks.write(page.document, 0..<end, fixes: page.fixes, hidden: hidden)
    guard let table = outline.detailsTable, let section = outline.detailsSection else { return }
    blocks.write(
      page.document, page.sections[section].body, fixes: page.fixes, hidden: [table])
  }

  /// Writes a section with those under it.
  private mutating func write(_ group: AnswerOrder.Group, of page: Page) {
    for index in group.sections {
      let section = page.sections[index]
      // A heading with nothing under it says nothing.
      let hasSubsection =
        index + 1 < group.sections.upperBound && page.sections[index + 1].level > section.level
      if section.body.isEmpty, !hasSubsection { continue }
      let number = FixNumbers(page.fixes).number(ofHeading: section.heading)
      let title = number.map { "\($0). \(section.title)" } ?? section.title
      if index == group.first { blocks.section(title) } else { blocks.subsection(title) }
      blocks.write(page.document, section.body, fixes: page.fixes)
    }
  }
}

// MARK: - A part of it

extension ManPage {
  /// Writes the sections of a role; false where there are none.
  private mutating func write(sectionsOf role: Role) -> Bool {
    if role == .userAction, answer.isMerged {
      let merged = MergedAnswer(
        answer, words: words, state: options.state, fixesOnly: true)
      for part in merged.parts { blocks.write(merged.document, part.nodes, isSection: true) }
      return !merged.parts.isEmpty
    }
    var isFound = false
    for page in answer.pages {
      for range in page.nodes(ofSections: role) {
        blocks.write(page.document, range, isSection: true)
        isFound = true
      }
    }
    return isFound
  }
}

// MARK: - The end

extension ManPage {
  /// Writes where the event belongs and the other languages, a line each.
  private mutating func writeDetails() {
    let details = answer.pages.first?.details ?? Page.Details()
    var rows: [(label: String, value: String)] = []
    let words = words
    func add(_ key: InterfaceWords.Key, _ value: String?) {
      if let value { rows.append((words[key], value)) }
    }
    add(.productName, details.productName)
    // The product's own word for the source, where the page's name says another.
    add(.eventSource, details.eventSource.flatMap { $0 == answer.source ? nil : $0 })
    add(.component, details.component)
    add(.symbolicName, details.symbolicName)
    rows += details.others.map { ($0.label, $0.value) }
    let others = answer.locales.filter { $0 != answer.locale }
    add(.languages, others.isEmpty ? nil : others.map(\.text).joined(separator: " "))
    if !rows.isEmpty { blocks.section(words[.details]) }
    for (number, row) in rows.enumerated() {
      blocks.labelled(row.label, row.value, isTight: number > 0)
    }
  }

  /// Writes the files that all of it stands in.
  private mutating func writeFiles() {
    var files: [String] = []
    for path in answer.allPages.map(\.path) + answer.messages.map({ "\($0.path):\($0.line)" })
    where !files.contains(path) {
      files.append(path)
    }
    blocks.section(words[.sourceFile])
    for (number, file) in files.enumerated() {
      blocks.paragraph(StyledText(file), isTight: number > 0)
    }
  }

  /// Writes the links of the sections `See also`, each once: events as their man pages, others by
  /// their text and address.
  private mutating func writeSeeAlso() {
    var items: [StyledText] = []
    for (page, outline) in zip(answer.pages, outlines) {
      for link in outline.seeAlsoLinks(of: page) {
        let item = item(link.event, link.node, of: page.document)
        if !item.isEmpty, !items.contains(where: { $0.bytes == item.bytes }) { items.append(item) }
      }
    }
    guard !items.isEmpty else { return }
    blocks.section(words[.seeAlso])
    for (number, item) in items.enumerated() { blocks.paragraph(item, isTight: number > 0) }
  }

  private func item(_ event: String?, _ node: Int, of document: Document) -> StyledText {
    guard let event else {
      return document.styledText(of: node..<Int(document.nodes[node].end), links: .address)
    }
    let page = ManNames.page(of: event)
    return page == options.names.page ? StyledText() : ManNames.reference(to: page)
  }
}
