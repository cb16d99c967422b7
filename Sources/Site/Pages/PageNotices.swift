internal import Catalogue
internal import Render

/// What a reader must know of a page before reading it, a line each: that it is in another language,
/// lags behind its source, or was made by a machine.
struct PageNotices {
  /// The page that a translation was made from.
  struct Original {
    let locale: LocaleTag
    /// Where it stands in the site.
    let address: String
    /// Reads it.
    let page: () throws -> Page
  }

  let frame: Frame
  let framed: FramedPage

  private var words: InterfaceWords { frame.words(framed.locale) }

  /// The notice that a page is not in the locale of the site it stands in.
  func fallback(
    served: LocaleTag, available: [LocaleTag], address: String
  ) -> TemplateValues {
    let text = words.notice(
      .fallbackNotice,
      [
        "asked": frame.name(of: framed.locale), "served": frame.name(of: served),
        "list": available.map { frame.name(of: $0) }.joined(separator: ", "),
      ])
    return notice("fallback", html: Self.escaped(text), link: (served, address))
  }

  /// The notices of a translation; `original` is the page that it was made from, if the site has it,
  /// and `id` gives the place on this page of a section that lags.
  func translation(
    of page: Page, original: Original?, id: (String) -> String?
  ) throws -> [TemplateValues] {
    guard let translation = page.translation else { return [] }
    var notices: [TemplateValues] = []
    let link = original.map { ($0.locale, $0.address) }
    if !translation.drift.isEmpty {
      let html = try drift(of: page, translation, original, id)
      notices.append(notice("drift", html: html, link: link))
    }
    if translation.isMachineMade {
      var text = words[.machineTranslation]
      if let date = translation.handoff { text += ", " + words.date(date) }
      notices.append(notice("machine", html: Self.escaped(text), link: link))
    }
    return notices
  }

  /// `this translation is behind its source in: Cause, User action`, each leading to its section.
  private func drift(
    of page: Page, _ translation: Page.Translation, _ original: Original?,
    _ id: (String) -> String?
  ) throws -> [UInt8] {
    guard !translation.drift.contains("*") else { return Self.escaped(words[.driftNotice]) }
    // Parted where the sections stand, for they are markup.
    let mark = "\u{FFFC}"
    let parts = words.notice(.driftInNotice, ["sections": mark])
      .split(separator: Character(mark), maxSplits: 1, omittingEmptySubsequences: false)
    var html = Self.escaped(String(parts[0]))
    var source: Page?
    for (number, anchor) in translation.drift.enumerated() {
      if number > 0 { html += ", ".utf8 }
      if let section = page.sections.first(where: { $0.anchor == anchor }) {
        html += Self.link(section.title, to: id(anchor))
        continue
      }
      // A section that only the source has is nowhere here: its title is the source's.
      if source == nil { source = try original?.page() }
      let title = source?.sections.first { $0.anchor == anchor }?.title
      guard let title, let original else {
        html += Self.escaped(anchor)
        continue
      }
      html += "<span lang=\"\(original.locale.text)\" dir=\"\(original.locale.direction)\">".utf8
      html += Self.escaped(title)
      html += "</span>".utf8
    }
    return html + (parts.count > 1 ? Self.escaped(String(parts[1])) : [])
  }

  /// A title that leads to a place on the page, if it has one there.
  private static func link(_ title: String, to id: String?) -> [UInt8] {
    guard let id else { return escaped(title) }
    var html = Array("<a href=\"#".utf8)
    HTMLEscaping.appendAttribute(SiteLinks.encoded(id).utf8, to: &html)
    html += "\">".utf8
    html += escaped(title)
    html += "</a>".utf8
    return html
  }

  /// By whom a page was translated, and when; nil where it does not say.
  func translationLine(of page: Page) -> String? {
    guard let translation = page.translation else { return nil }
    let date = translation.handoff.map { words.date($0) }
    guard translation.method != nil else { return date }
    let method = words[translation.isMachineMade ? .machineTranslation : .humanTranslation]
    return date.map { "\(method), \($0)" } ?? method
  }

  private func notice(
    _ kind: String, html: [UInt8], link: (locale: LocaleTag, address: String)?
  ) -> TemplateValues {
    TemplateValues { values in
      values.set("kind", kind)
      values.set("textHTML", html: html)
      let link = link.flatMap { $0.address == framed.address ? nil : $0 }
      values.set("href", link.map { frame.href($0.address, on: framed) })
      values.set("linkText", link.map { frame.name(of: $0.locale) })
      values.set("linkLang", link?.locale.text)
    }
  }

  private static func escaped(_ text: String) -> [UInt8] {
    var html: [UInt8] = []
    HTMLEscaping.appendText(text.utf8, to: &html)
    return html
  }
}
