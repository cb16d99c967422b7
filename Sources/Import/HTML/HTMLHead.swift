internal import Catalogue
internal import Markup

/// The facts in the head of a page of HTML and in its data for machines.
struct HTMLHead {
  private(set) var facts = ArticleFacts()
  /// What addresses in the page are relative to.
  private(set) var base: Address?
  /// The title of the head, with the site's name.
  private(set) var windowTitle = ""
  /// The title as the page tells other sites, without the site's name.
  private(set) var sharedTitle: String?

  private var siteName: String?

  /// Reads a tree; `html` is the text that it was made of.
  init(_ tree: HTMLTree, html: [UInt8]) {
    var links: [String: String] = [:]
    var metas: [String: String] = [:]
    for index in tree.nodes.indices {
      switch tree.nodes[index].name {
      case "html":
        let tag = tree.attribute("lang", of: index) ?? tree.attribute("xml:lang", of: index)
        facts.language = tag.flatMap(Self.language)
      case "title" where windowTitle.isEmpty:
        windowTitle = Self.rawText(of: index, in: tree).folded
      case "base":
        if let href = tree.attribute("href", of: index), base == nil { base = Address(href) }
      case "meta":
        let name =
          tree.attribute("name", of: index) ?? tree.attribute("property", of: index)
          ?? tree.attribute("itemprop", of: index) ?? tree.attribute("http-equiv", of: index) ?? ""
        let value = (tree.attribute("content", of: index) ?? "").folded
        if !name.isEmpty, !value.isEmpty, metas[name.lowercased()] == nil {
          metas[name.lowercased()] = value
        }
      case "link", "a":
        guard let href = tree.attribute("href", of: index)?.trimmed, !href.isEmpty else { continue }
        for relation in (tree.attribute("rel", of: index) ?? "").lowercased().split(separator: " ")
        where links[String(relation)] == nil {
          links[String(relation)] = href
        }
        // The text of a licence's link names it better than its address.
        if tree.nodes[index].name == "a", facts.license == nil {
          let relation = (tree.attribute("rel", of: index) ?? "").lowercased()
          if relation.contains("license") || href.contains("creativecommons.org/licenses") {
            let text = tree.text(of: index, limit: 100)
            facts.license = License.name(inAddress: href) ?? License.name(in: text) ?? text.nonEmpty
          }
        }
      default: break
      }
    }
    readAddress(links: links, metas: metas, html: html)
    siteName = metas["og:site_name"] ?? metas["application-name"]
    sharedTitle = metas["og:title"] ?? metas["twitter:title"] ?? metas["dc.title"]
    facts.description =
      metas["description"] ?? metas["og:description"] ?? metas["twitter:description"]
    facts.author = [metas["author"], metas["article:author"], metas["dc.creator"]]
      .compactMap { $0 }.first { !$0.contains("://") }
    facts.language =
      facts.language
      ?? (metas["content-language"] ?? metas["dc.language"]
      ?? metas["og:locale"]).flatMap(Self.language)
    let dates = [
      "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
      "dcterms.created", "publish-date", "pubdate", "article:modified_time", "last-modified",
      "ms.date",
    ]
    facts.date =
      dates.lazy.compactMap { metas[$0] }
      .compactMap { CalendarDate($0) ?? WrittenDate.find(in: $0, isMonthFirst: true) }.first
    if facts.license == nil {
      facts.license =
        (links["license"] ?? metas["license"] ?? metas["dc.rights"] ?? metas["dcterms.license"])
        .flatMap { License.name(inAddress: $0) ?? License.name(in: $0) ?? $0.nonEmpty }
    }
    readLinkedData(tree)
  }

  /// A title without the name of the site, which stands at its end or beginning.
  func withoutSiteName(_ title: String) -> String {
    for separator in [" | ", " – ", " — ", " :: ", " » ", " · ", " - ", " « "] {
      let parts = title.split(separator: separator).map { String($0).trimmed }
      guard parts.count > 1 else { continue }
      if let siteName {
        let rest = parts.filter { $0.wordKey != siteName.wordKey }
        if rest.count < parts.count { return rest.joined(separator: separator) }
      }
      // A hyphen may belong to the title itself; a name of a site is short.
      let isSure = separator != " - " || (parts.last?.count ?? 0) <= 24
      if isSure, let last = parts.last, last.count <= 40, parts[0].count > 3 {
        return parts.dropLast().joined(separator: separator)
      }
    }
    return title
  }

  private static func language(_ text: String) -> LocaleTag? {
    let first = text.split { $0 == "," || $0 == ";" || $0 == " " }.first ?? ""
    let tag = LocaleTag(String(first.replacing("_", with: "-")))
    return tag.flatMap { $0.isKnownLanguage ? $0 : nil }
  }

  private mutating func readAddress(
    links: [String: String], metas: [String: String], html: [UInt8]
  ) {
    let written = [
      links["canonical"], metas["og:url"], metas["twitter:url"], metas["dc.identifier"],
      Self.savedFrom(html),
    ].compactMap { $0 }.compactMap { Address($0) ?? base?.resolving($0).flatMap { Address($0) } }
    if let address = written.first {
      facts.address = address.text
      base = base ?? address
    } else if let base {
      facts.address = base.isFolder ? nil : base.text
    }
  }

  /// The address that browsers note in pages they save: `<!-- saved from url=(0042)https://… -->`.
  private static func savedFrom(_ html: [UInt8]) -> String? {
    let head = html.prefix(4096)
    guard let mark = head.firstRange(of: Array("saved from url=(".utf8)),
      let close = head[mark.upperBound...].firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let rest = head[(close + 1)...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
    return String(decoding: rest, as: UTF8.self)
  }

  /// Takes date, author and headline from JSON-LD, which is searched as text: only what stands
  /// there as a plain string counts.
  private mutating func readLinkedData(_ tree: HTMLTree) {
    for index in tree.nodes.indices where tree.nodes[index].name == "script" {
      guard tree.attribute("type", of: index)?.lowercased() == "application/ld+json" else {
        continue
      }
      let text = Self.rawText(of: index, in: tree)
      if facts.date == nil {
        facts.date = Self.value("datePublished", in: text).flatMap { CalendarDate($0) }
      }
      if facts.license == nil {
        facts.license = Self.value("license", in: text).flatMap {
          License.name(inAddress: $0) ?? $0.nonEmpty
        }
      }
      if facts.language == nil {
        facts.language = Self.value("inLanguage", in: text).flatMap(Self.language)
      }
      if sharedTitle == nil { sharedTitle = Self.value("headline", in: text) }
      if facts.author == nil, let author = text.firstRange(of: "\"author\"") {
        facts.author = Self.value("name", in: String(text[author.upperBound...].prefix(300)))
      }
    }
  }

  private static func rawText(of index: Int, in tree: HTMLTree) -> String {
    var bytes: [UInt8] = []
    for child in tree.descendants(of: index) { bytes += tree.pool[tree.nodes[child].text] }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The string that follows a key, if it has no escapes but `\/`.
  private static func value(_ key: String, in json: String) -> String? {
    guard let mark = json.firstRange(of: "\"\(key)\"") else { return nil }
    let rest = json[mark.upperBound...].drop { $0.isWhitespace || $0 == ":" }
    guard rest.first == "\"" else { return nil }
    let value = rest.dropFirst().prefix { $0 != "\"" }.replacing("\\/", with: "/")
    return value.contains("\\") ? nil : String(value).folded.nonEmpty
  }
}

extension String {
  /// The text, unless there is none.
  var nonEmpty: String? { isEmpty ? nil : self }
}
