internal import Catalogue
internal import Index
internal import Markup
internal import Render

// Why, the states, all else, and where to read on.
extension EventPage {
  /// Some pieces of the pages as markup.
  func html(of pieces: [Piece]) -> [UInt8] {
    var html: [UInt8] = []
    for piece in pieces {
      let page = plan.pages[piece.page]
      let rewriting = rewriting(on: page)
      for nodes in piece.nodes {
        HTMLWriter.append(
          page.page.document, nodes, words: words, rewriting: rewriting, to: &html)
      }
    }
    return html
  }

  private func rewriting(on page: ToldPage) -> HTMLRewriting {
    HTMLRewriting(
      link: { links.address($0, on: page) }, picture: { _ in nil }, places: page.places)
  }

  /// What stands under a node, as markup without what leads to it.
  private func inline(of node: Int, on place: Int) -> [UInt8] {
    let page = plan.pages[place]
    var html: [UInt8] = []
    HTMLWriter.append(
      page.page.document, page.page.document.descendants(of: node), words: words,
      rewriting: HTMLRewriting(
        link: { links.address($0, on: page) }, picture: { _ in nil }, places: [:]),
      to: &html)
    return html
  }

  func values(of section: ToldSection) -> TemplateValues {
    let place = section.piece.page
    let told = plan.pages[place].page.sections[section.section]
    return TemplateValues { values in
      values.set("anchor", section.id)
      values.set("role", told.role.rawValue)
      values.set("title", told.title)
      values.set("titleHTML", html: title(of: told, on: place))
      values.set("level", 2)
      values.set("sectionHTML", html: html(of: [section.piece]))
    }
  }

  private func title(of section: Page.Section, on place: Int) -> [UInt8] {
    let document = plan.pages[place].page.document
    let heading = section.heading.first { document.nodes[$0].kind == .heading }
    if let heading { return inline(of: heading, on: place) }
    var html: [UInt8] = []
    HTMLEscaping.appendText(section.title.utf8, to: &html)
    return html
  }

  // MARK: States

  func stateValues() -> [TemplateValues] {
    guard let states = plan.states else { return [] }
    return states.rows.map { row in
      TemplateValues { values in
        values.set("anchor", row.id)
        values.set("label", row.label)
        var html: [UInt8] = []
        for (number, cell) in row.cells.enumerated() {
          if number > 0 { html += "<br>\n".utf8 }
          html += inline(of: cell, on: states.page)
        }
        if row.cells.isEmpty { HTMLEscaping.appendText(row.state.text.utf8, to: &html) }
        values.set("textHTML", html: html)
      }
    }
  }

  func fillStates(_ values: inout TemplateValues) {
    guard let states = plan.states else {
      for name: StaticString in ["statesTitle", "statesBeforeHTML", "statesAfterHTML"] {
        values.set(name, String?.none)
      }
      return
    }
    values.set("statesTitle", statesTitle)
    values.set("statesBeforeHTML", html: html(of: [states.before]))
    values.set("statesAfterHTML", html: html(of: [states.after]))
  }

  /// The heading that the page gives its states, else the interface's.
  private var statesTitle: String {
    guard let states = plan.states, let section = states.section else { return words[.states] }
    let title = plan.pages[states.page].page.sections[section].title
    return title.isEmpty ? words[.states] : title
  }

  // MARK: Where to read on

  func guides() -> [TemplateValues] {
    var places: [Int] = []
    for edition in event.editions {
      for page in edition.pages {
        if let place = frame.catalogue.articlePlace(ofPage: page.number), !places.contains(place) {
          places.append(place)
        }
      }
    }
    return places.sorted().map { place in
      let article = frame.catalogue.articles[place]
      let shown = frame.catalogue.shown(article, in: framed.locale)
      return TemplateValues { values in
        values.set("title", shown.title)
        values.set("href", frame.href(article.address(framed.locale), on: framed))
        values.set("kind", article.kind.rawValue)
        values.set("kindWord", words[kind: article.kind])
        let isForeign = shown.locale != framed.locale
        values.set("lang", isForeign ? shown.locale.text : nil)
        values.set("dir", isForeign ? shown.locale.direction : nil)
      }
    }
  }

  /// The sentences that set other events beside this one.
  func confused() -> [TemplateValues] {
    SetBeside.sentences(of: answer.pages).map { sentence in
      TemplateValues { values in
        values.set(
          "events",
          sentence.events.map { name in
            TemplateValues { entry in
              entry.set("name", name)
              let event = frame.catalogue.event(named: name)
              entry.set("href", event.map { frame.href($0.address(framed.locale), on: framed) })
            }
          })
        values.set("textHTML", html: QuotedText.html(of: sentence.text))
        values.set("place", sentence.place)
      }
    }
  }

  func seeAlso() -> [TemplateValues] {
    var told: [(title: String, href: String?)] = []
    for (place, node) in plan.seeAlso {
      let page = plan.pages[place]
      let document = page.page.document
      let target = document.string(document.nodes[node].attribute)
      let text = document.plainText(of: document.descendants(of: node))
      let event = page.event(ofLink: target).flatMap { frame.catalogue.event(named: $0) }
      let title = text.isEmpty ? event?.key.description ?? "" : text
      let href = links.address(target, on: page)
      guard !title.isEmpty, !told.contains(where: { $0.title == title && $0.href == href }) else {
        continue
      }
      told.append((title, href))
    }
    return told.map { title, href in
      TemplateValues { values in
        values.set("title", title)
        values.set("href", href)
        values.set("isExternal", href.map { LinkTarget($0.utf8) == .external } ?? false)
      }
    }
  }

  /// What stands on the page, in its order.
  func outline(hasGuides: Bool, hasConfused: Bool, hasSeeAlso: Bool) -> [TemplateValues] {
    var entries: [(id: String, title: String)] = []
    func add(_ id: EventPlan.FixedID, _ title: String) { entries.append((id.rawValue, title)) }
    if !plan.steps.steps.isEmpty { add(.steps, words[.userAction]) }
    if plan.states != nil { add(.states, statesTitle) }
    entries += plan.sections.map { section in
      (
        id: section.id,
        title: plan.pages[section.piece.page].page.sections[section.section].title
      )
    }
    if hasGuides { add(.guides, words[.guides]) }
    if hasConfused { add(.confused, words[.confusedWith]) }
    if hasSeeAlso { add(.seeAlso, words[.seeAlso]) }
    return entries.map { id, title in
      TemplateValues { values in
        values.set("href", "#" + SiteLinks.encoded(id))
        values.set("title", title)
      }
    }
  }
}
