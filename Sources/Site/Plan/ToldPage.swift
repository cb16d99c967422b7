internal import Catalogue
internal import Markup
internal import Render

/// A page of the catalogue as a page of the site tells it: where its headings and anchors come to
/// stand.
struct ToldPage {
  let page: Page
  /// The headings and anchors that are shown, by their nodes.
  private(set) var places: [Int: HTMLRewriting.Place] = [:]
  /// What links lead to, in small letters, and the id that it has on the page of the site.
  private(set) var anchors: [String: String] = [:]
  /// The events that links lead to, by their targets.
  private let linkEvents: [String: String]

  init(_ page: Page) {
    self.page = page
    linkEvents = Dictionary(
      page.links.compactMap { link in link.event.map { (link.target, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The event that a link leads to, `SOURCE_ID`, if it does.
  func event(ofLink target: String) -> String? { linkEvents[target] }

  /// The id of what a fragment names on the page, with or without percent notation.
  func id(ofFragment fragment: String) -> String? {
    anchors[fragment.lowercased()]
      ?? anchors[ContentPath.percentDecoded(fragment).lowercased()]
  }

  /// Lets links to an anchor lead to an id, unless something before it has that anchor.
  mutating func lead(_ anchor: String, to id: String) {
    let name = anchor.lowercased()
    if !name.isEmpty, anchors[name] == nil { anchors[name] = id }
  }

  /// Gives the headings and anchors in some nodes their ids and levels.
  mutating func place(
    _ pieces: [Range<Int>], under level: Int, _ ids: inout PageIDs
  ) {
    let document = page.document
    var levels = HeadingLevels(above: level)
    for index in pieces.joined() {
      let node = document.nodes[index]
      guard node.kind == .heading || node.kind == .anchor else { continue }
      let written = document.string(node.attribute)
      guard node.kind == .heading else {
        guard !written.isEmpty else { continue }
        let id = ids.take(written)
        places[index] = HTMLRewriting.Place(id: id, level: level)
        lead(written, to: id)
        continue
      }
      let section = page.sections.first { $0.heading.contains(index) }
      let slug = Slug.of(document.plainText(at: index))
      let wanted = section?.anchor ?? (written.isEmpty ? slug : written)
      let id = ids.take(wanted)
      places[index] = HTMLRewriting.Place(id: id, level: levels.next(Int(node.detail)))
      for anchor in [wanted, written, slug] { lead(anchor, to: id) }
    }
  }

  /// Lets links to a section's heading, which is not written as the text has it, lead to an id.
  mutating func lead(section index: Int, to id: String) {
    let section = page.sections[index]
    lead(section.anchor, to: id)
    for node in section.heading {
      let attribute = page.document.string(page.document.nodes[node].attribute)
      if page.document.nodes[node].kind == .heading {
        lead(attribute, to: id)
        lead(Slug.of(page.document.plainText(at: node)), to: id)
      } else if page.document.nodes[node].kind == .anchor {
        lead(attribute, to: id)
      }
    }
  }
}

/// Whole nodes of one of the pages that a page of the site tells.
struct Piece {
  /// The place of the page among those told.
  let page: Int
  let nodes: [Range<Int>]

  var isEmpty: Bool { nodes.isEmpty }

  /// The topmost nodes of the roots given, one range each.
  init(page: Int, roots: [Int], in document: Document) {
    self.page = page
    nodes = roots.map { $0..<Int(document.nodes[$0].end) }
  }

  init(page: Int, nodes: [Range<Int>]) {
    self.page = page
    self.nodes = nodes
  }
}
