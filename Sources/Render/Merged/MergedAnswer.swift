package import Catalogue
package import Markup

/// An answer that several pages give, as one document in the order of an answer: what is said of the
/// message, what to do, why, and the rest, each part with its origin.
///
/// What every format but the terminal's writes is made from it, so that all tell the same.
package struct MergedAnswer: Sendable {
  /// Whole nodes of the document that belong together.
  package struct Part: Sendable {
    /// The name of its role, or `confusedWith`.
    package var name: String
    package var nodes: Range<Int>
  }

  /// The document, without a title.
  package private(set) var document = Document()
  /// What the product prints, for those who do not set it apart.
  package private(set) var message = 0..<0
  /// What stands before the first part.
  package private(set) var introduction = 0..<0
  /// The parts in reading order, each of which begins with a heading.
  package private(set) var parts: [Part] = []

  private let answer: Answer
  private let words: InterfaceWords
  private let state: Int?
  /// Of each page, where some of it is told by those who write the answer.
  private let outlines: [PageOutline]?

  /// All of an answer, or what to do alone; what is about an error state that was asked for comes
  /// first.
  ///
  /// With outlines of its pages, what they leave out is left out here: the table of details, and
  /// sections that are links alone.
  package init(
    _ answer: Answer, words: InterfaceWords, state: Int? = nil, fixesOnly: Bool = false,
    outlines: [PageOutline]? = nil
  ) {
    self.answer = answer
    self.outlines = outlines
    self.words = words
    self.state = state
    if fixesOnly {
      appendFixes()
    } else {
      appendAll()
    }
  }

  /// The pages with their order; sections on what to do are told apart from the rest.
  private func orders() -> [AnswerOrder] {
    if let outlines { return outlines.map(\.order) }
    return answer.pages.map { page in
      AnswerOrder(
        page, of: AnswerOrder.groups(of: page.sections, in: page.sections.indices),
        isAmongOthers: true)
    }
  }

  private mutating func appendAll() {
    let told = appendMessage()
    message = document.indices
    appendAskedState()
    if let page = answer.pages.first { appendIntroduction(of: page, without: told) }
    for (outline, page) in zip(outlines ?? [], answer.pages) {
      appendRestOfDetails(outline, of: page)
    }
    introduction = message.upperBound..<document.nodes.count
    appendFixes()
    let orders = orders()
    for rank in AnswerOrder.Rank.allCases where rank != .userAction {
      if rank == .seeAlso { appendConfusions() }
      for (number, page) in answer.pages.enumerated() {
        if number > 0, rank == .explanation { appendOverview(of: page) }
        let order = orders[number]
        for (group, other) in zip(order.groups, order.ranks) where other == rank {
          append(group, of: page, isFirst: number == 0)
        }
      }
    }
    appendForeign()
  }

  // MARK: Pages

  /// The message of the first page that has one, else those of message lists; returns the block of
  /// the first page's introduction that was taken for it.
  private mutating func appendMessage() -> Int? {
    let message = answer.pages.lazy.compactMap { $0.message ?? $0.details.messageText }.first
    guard let message else {
      for message in answer.messages { append(paragraph: message.text) }
      return nil
    }
    if let page = answer.pages.first,
      let root = introduction(of: page).first(where: { page.document.plainText(at: $0) == message })
    {
      append(root, of: page)
      return root
    }
    append(paragraph: message)
    return nil
  }

  /// The rows of the state that was asked for, or that there is none.
  private mutating func appendAskedState() {
    guard let state else { return }
    for text in answer.told(state: state, words) { append(paragraph: text) }
  }

  /// What stands before the first heading, the title and things to try left out.
  private func introduction(of page: Page) -> [Int] {
    let end = page.sections.first?.heading.lowerBound ?? page.document.nodes.count
    return page.document.roots(in: 0..<end).filter { root in
      let node = page.document.nodes[root]
      let isTitle = node.kind == .heading && node.detail == 1
      return !isTitle && !page.fixes.contains { $0.nodes.overlaps(root..<Int(node.end)) }
    }
  }

  private mutating func appendIntroduction(of page: Page, without told: Int? = nil) {
    for root in introduction(of: page) where root != told { append(root, of: page) }
  }

  /// What stands beside the table of details, where that is left out.
  private mutating func appendRestOfDetails(_ outline: PageOutline, of page: Page) {
    guard let section = outline.detailsSection else { return }
    for root in page.document.roots(in: page.sections[section].body)
    where root != outline.detailsTable {
      append(root, of: page)
    }
  }

  /// What a page but the first says before its first heading, under its title.
  private mutating func appendOverview(of page: Page) {
    guard !introduction(of: page).isEmpty else { return }
    let start = document.nodes.count
    append(heading: Self.joined([page.title, words[kind: page.kind]]))
    appendIntroduction(of: page)
    close(.explanation, from: start)
  }

  private mutating func append(_ group: AnswerOrder.Group, of page: Page, isFirst: Bool) {
    let start = document.nodes.count
    for index in group.sections {
      let section = page.sections[index]
      // What to do was told before.
      if section.role == .userAction { continue }
      var facts = index == group.first && !isFirst ? origin(of: page) : []
      if let reply = page.replies.first(where: { $0.section == index }) {
        facts += words.facts(of: reply)
      }
      append(headingOf: section, of: page, facts)
      document.append(section.body, of: page.document)
    }
    close(page.sections[group.first].role, from: start)
  }

  /// The sentences that set other events beside this one.
  private mutating func appendConfusions() {
    guard let beside = SetBeside.section(of: answer.pages, words: words) else { return }
    let start = document.nodes.count
    document.append(beside.indices, of: beside)
    close(SetBeside.name, from: start)
  }

  private func origin(of page: Page) -> [String] { [words[kind: page.kind], page.title] }

  /// The guides and threads that are in another language only.
  private mutating func appendForeign() {
    guard !answer.foreign.isEmpty else { return }
    let start = document.nodes.count
    append(heading: words[.otherLanguages])
    inList(isOrdered: false) { merged in
      for page in merged.answer.foreign {
        let facts = [page.title, page.locale.text, merged.words[kind: page.kind], page.path]
        merged.inItem { $0.append(paragraph: Self.joined(facts)) }
      }
    }
    close(.other, from: start)
  }

  // MARK: What to do

  private mutating func appendFixes() {
    let start = document.nodes.count
    let fixes = answer.fixes(namingFirst: state)
    if !fixes.isEmpty {
      append(heading: words[.userAction])
      inList(isOrdered: true) { merged in
        for fix in fixes { merged.inItem { $0.append(fix) } }
      }
    }
    for (number, page) in answer.pages.enumerated() {
      let remainder = page.remainderOfUserAction
      guard !remainder.isEmpty else { continue }
      // Notes of the first page need no word on whose they are.
      if number > 0 { append(paragraph: Self.joined(origin(of: page))) }
      for nodes in remainder { document.append(nodes, of: page.document) }
    }
    close(.userAction, from: start)
  }

  private mutating func append(_ fix: MergedFix) {
    let page = answer.allPages[fix.leader.page]
    switch fix.leader.place {
    case .fix(let index):
      for root in page.document.roots(in: page.fixes[index].content(in: page.document)) {
        append(root, of: page, isInItem: true)
      }
    case .reply:
      append(words: fix.leader.text)
    }
    inList(isOrdered: false) { merged in
      for (number, support) in fix.supports.enumerated() {
        let code = fix.code.filter { $0.support == number }.map(\.text)
        merged.inItem { $0.append(support, code: code, isLeader: number == 0) }
      }
    }
  }

  /// Appends where words stand and, but for the leader's, which were just told, the words.
  private mutating func append(_ support: MergedFix.Support, code: [String], isLeader: Bool) {
    append(paragraph: Self.joined(words.facts(of: support, in: answer.locale)))
    if !isLeader { inside(.blockQuote) { $0.append(words: support.text) } }
    // Of advice that leads, the code stands above.
    if case .fix = support.place, isLeader { return }
    for text in code { append(code: text, of: support) }
  }

  /// Appends a block of code with the language that its page gives it.
  private mutating func append(code text: String, of support: MergedFix.Support) {
    let page = answer.allPages[support.page]
    let nodes: Range<Int>
    switch support.place {
    case .fix(let index): nodes = page.fixes[index].nodes
    case .reply(let index): nodes = page.replies[index].nodes
    }
    for index in nodes where page.document.nodes[index].kind == .codeBlock {
      guard page.document.bytes(page.document.nodes[index].text).elementsEqual(text.utf8) else {
        continue
      }
      return document.append(index..<index + 1, of: page.document)
    }
  }
}

// MARK: - Nodes

extension MergedAnswer {
  private mutating func inside(
    _ kind: Document.Kind, detail: UInt8 = 0, number: Int32 = 0,
    _ body: (inout MergedAnswer) -> Void
  ) {
    var node = Document.Node(kind, line: 0)
    node.detail = detail
    node.number = number
    let index = document.open(node)
    body(&self)
    document.close(index)
  }

  private mutating func inList(isOrdered: Bool, _ body: (inout MergedAnswer) -> Void) {
    inside(.list, detail: isOrdered ? 1 : 0, number: 1, body)
  }

  private mutating func inItem(_ body: (inout MergedAnswer) -> Void) { inside(.item, body) }

  private mutating func append(heading text: String) {
    inside(.heading, detail: 2) { $0.document.appendText(text.utf8, line: 0) }
  }

  private mutating func append(paragraph text: String) {
    inside(.paragraph) { $0.document.appendText(text.utf8, line: 0) }
  }

  /// Appends words as their file has them: each of its lines is one here.
  private mutating func append(words text: String) {
    inside(.paragraph) { merged in
      for (number, line) in text.utf8.split(separator: UInt8(ascii: "\n")).enumerated() {
        if number > 0 { merged.document.open(Document.Node(.softBreak, line: 0)) }
        merged.document.appendText(line, line: 0)
      }
    }
  }

  /// Appends the heading of a section and facts behind it.
  private mutating func append(headingOf section: Page.Section, of page: Page, _ facts: [String]) {
    let start = document.nodes.count
    document.append(section.heading, of: page.document)
    guard !facts.isEmpty, document.nodes.indices.contains(start) else { return }
    document.appendText((Self.dot + Self.joined(facts)).utf8, line: 0)
    document.close(start)
  }

  /// Appends a block; in an item a heading is a paragraph in bold.
  private mutating func append(_ root: Int, of page: Page, isInItem: Bool = false) {
    guard isInItem, page.document.nodes[root].kind == .heading else {
      return document.append(root..<Int(page.document.nodes[root].end), of: page.document)
    }
    inside(.paragraph) { merged in
      merged.inside(.strong) {
        $0.document.append(page.document.descendants(of: root), of: page.document)
      }
    }
  }

  /// Makes a part of what was appended since, if anything was.
  private mutating func close(_ role: Role, from start: Int) { close(role.rawValue, from: start) }

  private mutating func close(_ name: String, from start: Int) {
    guard start < document.nodes.count else { return }
    parts.append(Part(name: name, nodes: start..<document.nodes.count))
  }

  private static let dot = " · "

  private static func joined(_ facts: [String]) -> String { facts.joined(separator: dot) }
}
