internal import Diagnostics
internal import Markup

/// Makes a typed page of a parsed file, or finds that it is a message list or no page at all.
struct PageTyping {
  private(set) var diagnostics: [Diagnostic] = []

  private let relative: String
  private let path: String
  private let front: FrontMatter?
  private let document: Document
  private let locale: LocaleTag
  private let vocabulary: Vocabulary

  private var outline: Outline
  /// What the front matter calls the page, the name of the site taken off.
  private let title: String
  /// The text of the first heading of level 1.
  private let heading: String

  init(
    relative: String, path: String, front: FrontMatter?, document: Document, locale: LocaleTag,
    vocabulary: Vocabulary
  ) {
    self.relative = relative
    self.path = path
    self.front = front
    self.document = document
    self.locale = locale
    self.vocabulary = vocabulary
    outline = Outline(document, locale: locale, vocabulary: vocabulary)
    heading = outline.title.map { document.plainText(at: $0) } ?? ""
    title = Self.withoutSiteName(front?.string(for: "title") ?? "")
  }

  /// What the file is; asked once.
  mutating func outcome() -> PageReader.Outcome {
    let details = DetailsTable(
      document, outline: outline, locale: locale, vocabulary: vocabulary, path: path,
      diagnostics: &diagnostics)
    var names = PageNames(
      fileName: Self.stem(of: relative), title: front?.string(for: "title") ?? "",
      heading: heading, details: details?.details.eventID,
      helpKeywords: front?.strings(for: "f1_keywords") ?? [],
      keywords: front?.strings(for: "helpviewer_keywords") ?? [],
      declared: front?.strings(for: "events") ?? [], vocabulary: vocabulary)
    if details == nil, names.isAboutSeveral || names.ids.isEmpty,
      let list = MessageListDraft(
        document, relative: relative, path: path, locale: locale, vocabulary: vocabulary)
    {
      if let damage = list.placeholderDamage { diagnostics.append(damage) }
      return .messageList(list)
    }
    names.confirm(in: document)
    guard !names.ids.isEmpty else {
      diagnostics.append(
        Diagnostic(
          .noEventID, path: path, at: front == nil ? .start : SourcePosition(line: 2),
          "no event ID in the file name, the title, the first heading, the details or the keywords")
      )
      return .leftOut
    }
    report(names, details: details)
    return .page(draft(names: names, details: details))
  }

  private mutating func report(_ names: PageNames, details: DetailsTable?) {
    guard let vote = names.vote else { return }
    for (place, id) in vote.outvoted {
      diagnostics.append(
        Diagnostic(
          .eventIDConflict, path: path, at: position(of: place, details: details),
          "\(place.words) names event \(id), but the page is about \(vote.id)",
          severity: vote.isTie ? .error : .warning))
    }
  }

  private func position(of place: EventIDVote.Place, details: DetailsTable?) -> SourcePosition {
    switch place {
    case .title: front?.position(of: "title") ?? .start
    case .heading:
      outline.title.map { SourcePosition(line: Int(document.nodes[$0].line)) } ?? .start
    case .details: SourcePosition(line: details?.idLine ?? 1)
    case .fileName: .start
    case .helpKeywords: front?.position(of: "f1_keywords") ?? .start
    case .keywords: front?.position(of: "helpviewer_keywords") ?? .start
    }
  }

  /// Reports what the page was typed in spite of.
  private mutating func check(_ page: Page, details: DetailsTable?) {
    diagnostics += LinkAnchors(document, sections: page.sections).diagnostics(path: path)
    if let details, let message = page.details.messageText,
      let damage = Placeholders.damage(of: message)
    {
      diagnostics.append(
        Diagnostic(
          .placeholder, path: path, at: SourcePosition(line: details.messageLine),
          "'\(damage.first)' in the message is no placeholder that the product writes"))
    }
    // Message lists need what lies there, and say themselves what they made of it.
    for node in document.nodes where node.kind == .tableSurplus {
      diagnostics.append(
        Diagnostic(
          .tableSurplusCells, path: path, at: SourcePosition(line: Int(node.line)),
          "the row has more cells than the head of its table; they are not shown"))
    }
  }

  private mutating func draft(names: PageNames, details: DetailsTable?) -> PageDraft {
    let kind = kind()
    let source =
      names.source ?? details?.details.eventSource
      ?? vocabulary.source(forID: names.ids[0].text)
      ?? EventName.letters(of: names.ids[0]).nonEmpty
      ?? EventName.source(inFileName: Self.stem(of: relative), vocabulary: vocabulary)
    var page = Page(
      kind: kind ?? .reference, source: source?.uppercasedIfPlain ?? "", ids: names.ids,
      locale: locale, title: title.isEmpty ? heading : title, path: relative, document: document)
    if page.title.isEmpty { page.title = names.ids.map(\.text).joined(separator: ", ") }
    page.description = front?.string(for: "description").flatMap { $0.isEmpty ? nil : $0 }
    page.date = date(for: "ms.date") ?? date(for: "date")
    // The product's own pages name the account that keeps them, which nobody need know.
    if page.kind != .reference { page.origin = origin() }
    page.details = details?.details ?? Page.Details()
    page.message =
      page.details.messageText
      ?? (details == nil ? message(of: names.ids[0], kind: page.kind) : nil)
    page.sections = outline.sections
    if let value = front?.entry(for: "sections")?.value {
      var events = SectionEvents(path: path, ids: page.ids, vocabulary: vocabulary)
      events.mark(&page.sections, with: value)
      diagnostics += events.diagnostics
    }
    page.fixes = FixFinder.fixes(
      in: document, sections: outline.sections, vocabulary: vocabulary)
    page.states = StateTable.states(
      in: document, outside: details?.nodes, vocabulary: vocabulary, path: path,
      diagnostics: &diagnostics)
    page.alerts = alerts()
    page.links = links()
    check(page, details: details)
    page.keywords = names.keywords
    page.translation = translation()
    return PageDraft(page: page, knowsItsSource: source != nil)
  }

  // MARK: Facts of the front matter

  private mutating func kind() -> Page.Kind? {
    guard let written = front?.string(for: "kind") else { return nil }
    if let kind = Page.Kind(rawValue: written.lowercased()) { return kind }
    let known = Page.Kind.allCases.map(\.rawValue)
    let near = EditDistance.nearMisses(to: written, among: known).first
    diagnostics.append(
      Diagnostic(
        .pageKind, path: path, at: front?.position(of: "kind") ?? .start,
        "'\(written)' is no kind of page"
          + (near.map { "; did you mean '\($0)'?" }
            ?? "; the kinds are \(known.joined(separator: ", "))")
      ))
    return nil
  }

  private mutating func date(for key: String) -> CalendarDate? {
    guard let written = front?.string(for: key), !written.isEmpty else { return nil }
    if let date = CalendarDate(written) { return date }
    diagnostics.append(
      Diagnostic(
        .dateSyntax, path: path, at: front?.position(of: key) ?? .start,
        "'\(written)' is not a date: write MM/DD/YYYY or YYYY-MM-DD"))
    return nil
  }

  private func origin() -> Page.Origin? {
    func text(_ key: String) -> String? {
      front?.string(for: key).flatMap { $0.isEmpty ? nil : $0 }
    }
    return Page.Origin(
      author: text("author"), address: text("address"), license: text("license"))
  }

  private mutating func translation() -> Page.Translation? {
    var translation = Page.Translation()
    func text(_ key: String) -> String? {
      front?.string(for: key).flatMap { $0.isEmpty ? nil : $0 }
    }
    translation.method = text("ms.translationtype")
    translation.handoff = date(for: "ms.lasthandoff")
    translation.sourceHash = text("ms.openlocfilehash")
    translation.sourceCommit = text("ms.sourcegitcommit")
    return translation == Page.Translation() ? nil : translation
  }

  /// A title without what follows its first pipe: ` | Microsoft Docs`.
  private static func withoutSiteName(_ title: String) -> String {
    var folder = WhitespaceFolder()
    folder.append(title)
    var name = folder.bytes.prefix { $0 != UInt8(ascii: "|") }
    if name.last == 0x20 { name.removeLast() }
    return String(decoding: name.isEmpty ? folder.bytes[...] : name, as: UTF8.self)
  }

  /// A file's name without its folders and its ending.
  private static func stem(of relative: String) -> String {
    let name = relative.split(separator: "/").last.map(String.init) ?? relative
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }

  // MARK: Facts of the document

  /// The message of a page without Details: the quote under the first heading, else what follows
  /// the ID in the heading (`ORA-00942: table or view does not exist`), else the first paragraph of a
  /// reference page.
  private func message(of id: EventID, kind: Page.Kind) -> String? {
    let quote = outline.introduction.first { document.nodes[$0].kind == .blockQuote }
    if let quote { return document.plainText(at: quote).nonEmpty }
    if let named = heading.firstRange(of: id.text + ":") {
      let rest = heading[named.upperBound...].drop { $0 == " " }
      if !rest.isEmpty { return String(rest) }
    }
    guard kind == .reference else { return nil }
    let paragraph = outline.introduction.first { document.nodes[$0].kind == .paragraph }
    return paragraph.flatMap { document.plainText(at: $0).nonEmpty }
  }

  private func alerts() -> [Page.Alert] {
    document.indices.compactMap { index in
      let node = document.nodes[index]
      guard node.kind == .alert, let kind = Document.Alert(rawValue: node.detail) else {
        return nil
      }
      return Page.Alert(kind: kind, text: document.plainText(of: document.descendants(of: index)))
    }
  }

  private func links() -> [Page.Link] {
    document.indices.compactMap { index in
      let node = document.nodes[index]
      guard node.kind == .link else { return nil }
      return Page.Link(
        text: document.plainText(of: document.descendants(of: index)),
        target: document.string(node.attribute))
    }
  }
}

extension String {
  /// The text, unless there is none.
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }

  /// The name of a source as sources are written: ASCII letters in capitals.
  fileprivate var uppercasedIfPlain: String {
    utf8.allSatisfy { $0 < 0x80 && $0 != 0x20 } && !isEmpty && first?.isLowercase == true
      ? uppercased() : self
  }
}
