internal import Catalogue
internal import Render

/// What a reader must know of a page before reading it, a line each: that it is in another language,
/// lags behind its source, or was made by a machine.
struct PageNotices {
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

  /// The notices of a translation; `original` is where its source can be read, and `id` gives the
  /// place on the page of a section that lags.
  func translation(
    of page: Page, original: (locale: LocaleTag, address: String)?, id: (String) -> String?
  ) -> [TemplateValues] {
    guard let translation = page.translation else { return [] }
    var notices: [TemplateValues] = []
    if !translation.drift.isEmpty {
      notices.append(notice("drift", html: drift(of: page, translation, id), link: original))
    }
    if translation.isMachineMade {
      var text = words[.machineTranslation]
      if let date = translation.handoff { text += ", " + words.date(date) }
      notices.append(notice("machine", html: Self.escaped(text), link: original))
    }
    return notices
  }

  /// `this translation is behind its source in: Cause, User action`, each leading to its section.
  private func drift(
    of page: Page, _ translation: Page.Translation, _ id: (String) -> String?
  ) -> [UInt8] {
    guard !translation.drift.contains("*") else { return Self.escaped(words[.driftNotice]) }
    // Parted where the sections stand, for they are markup.
    let mark = "\u{FFFC}"
    let parts = words.notice(.driftInNotice, ["sections": mark])
      .split(separator: Character(mark), maxSplits: 1, omittingEmptySubsequences: false)
    var html = Self.escaped(String(parts[0]))
    for (number, anchor) in translation.drift.enumerated() {
      if number > 0 { html += ", ".utf8 }
      let title = page.sections.first { $0.anchor == anchor }?.title ?? anchor
      // A section that only the source has is nowhere here.
      guard let id = id(anchor) else {
        html += Self.escaped(title)
        continue
      }
      html += "<a href=\"#".utf8
      HTMLEscaping.appendAttribute(SiteLinks.encoded(id).utf8, to: &html)
      html += "\">".utf8
      html += Self.escaped(title)
      html += "</a>".utf8
    }
    return html + (parts.count > 1 ? Self.escaped(String(parts[1])) : [])
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
