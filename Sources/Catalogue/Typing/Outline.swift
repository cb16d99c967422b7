internal import Markup

/// The sections of a document: where they begin and end, and what each is for.
struct Outline {
  /// The index of the first heading of level 1, if there is one.
  private(set) var title: Int?
  private(set) var sections: [Page.Section] = []
  /// The topmost nodes before the first section, the title left out.
  private(set) var introduction: [Int] = []

  /// Reads the headings that stand at the top of a document.
  ///
  /// The English anchor decides what a section is for, then the words of its heading, then the
  /// section it stands in, then its place (dialect of the pages: Details first, See Also last).
  init(_ document: Document, locale: LocaleTag, vocabulary: Vocabulary) {
    var slugs: [String: Int] = [:]
    /// The roles of the sections that enclose the point reached, by level.
    var enclosing: [(level: Int, role: Role)] = []
    for index in document.roots(in: document.indices) {
      let node = document.nodes[index]
      guard node.kind == .heading else {
        if sections.isEmpty { introduction.append(index) }
        continue
      }
      if node.detail == 1, title == nil, sections.isEmpty {
        title = index
        continue
      }
      closeLast(at: index)
      let text = document.plainText(at: index)
      let written = document.string(node.attribute)
      let level = Int(node.detail)
      enclosing.removeAll { $0.level >= level }
      let own = Self.role(anchor: written, text: text, locale: locale, vocabulary: vocabulary)
      let role = own ?? (level > 2 ? enclosing.last?.role : nil) ?? .other
      enclosing.append((level, role))
      let slug = written.isEmpty ? Slug.of(text) : written
      let count = slugs[slug, default: 0]
      slugs[slug] = count + 1
      sections.append(
        Page.Section(
          role: role, anchor: count == 0 ? slug : "\(slug)-\(count)", level: max(level, 2),
          title: text, heading: index..<Int(node.end), body: Int(node.end)..<document.nodes.count))
    }
    closeLast(at: document.nodes.count)
    placeUnknown(in: document)
  }

  private mutating func closeLast(at index: Int) {
    guard let last = sections.indices.last else { return }
    sections[last].body = sections[last].body.lowerBound..<index
  }

  private static func role(
    anchor: String, text: String, locale: LocaleTag, vocabulary: Vocabulary
  ) -> Role? {
    if !anchor.isEmpty, let role = vocabulary.role(forAnchor: anchor) { return role }
    return vocabulary.role(forHeading: text, locale: locale)
      ?? vocabulary.role(forAnchor: Slug.of(text))
  }

  /// Gives a role by place where words gave none: a first section that is one table is Details, a
  /// last one that holds nothing but links is See Also.
  private mutating func placeUnknown(in document: Document) {
    if let first = sections.first, first.role == .other, first.level == 2,
      let block = document.roots(in: first.body).first(where: { _ in true }),
      document.nodes[block].kind == .table, DetailsTable.hasItsShape(document, table: block)
    {
      sections[0].role = .details
    }
    if let last = sections.indices.last, last > 0, sections[last].role == .other,
      sections[last].level == 2, isLinksOnly(document, sections[last].body)
    {
      sections[last].role = .seeAlso
    }
  }

  private func isLinksOnly(_ document: Document, _ range: Range<Int>) -> Bool {
    var links = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let node = document.nodes[index]
      switch node.kind {
      case .link:
        links += 1
        index = Int(node.end)
        continue
      case .text where !document.bytes(node.text).allSatisfy({ $0 == 0x20 }): return false
      case .codeBlock, .table, .code, .alert: return false
      default: break
      }
      index += 1
    }
    return links > 0
  }
}
