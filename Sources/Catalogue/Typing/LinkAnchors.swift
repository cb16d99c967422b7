internal import Diagnostics
internal import Markup

/// The places of a page that links may lead to, and the links that lead to none of them.
struct LinkAnchors {
  private var anchors: Set<String> = []
  private let document: Document

  /// Collects the anchors of a document: those of sections, those written, and the slug of every
  /// heading, since pages that are not translated are linked by slug.
  init(_ document: Document, sections: [Page.Section]) {
    self.document = document
    for section in sections { anchors.insert(section.anchor.lowercased()) }
    for index in document.indices {
      let node = document.nodes[index]
      guard node.kind == .heading || node.kind == .anchor else { continue }
      if !node.attribute.isEmpty { anchors.insert(document.string(node.attribute).lowercased()) }
      if node.kind == .heading { anchors.insert(Slug.of(document.plainText(at: index))) }
    }
  }

  /// A diagnostic for each link within the page that leads nowhere.
  func diagnostics(path: String) -> [Diagnostic] {
    document.indices.compactMap { index in
      let node = document.nodes[index]
      guard node.kind == .link, document.bytes(node.attribute).first == UInt8(ascii: "#") else {
        return nil
      }
      let anchor = document.string(node.attribute).dropFirst()
      // The empty fragment and `#top` are the top of any page.
      guard !anchor.isEmpty, anchor.lowercased() != "top", !isKnown(String(anchor)) else {
        return nil
      }
      return Diagnostic(
        .linkAnchor, path: path, at: SourcePosition(line: Int(node.line)),
        "no heading or anchor of the page is named '\(anchor)'")
    }
  }

  private func isKnown(_ anchor: String) -> Bool {
    anchors.contains(anchor.lowercased())
      || anchors.contains(ContentPath.percentDecoded(anchor).lowercased())
  }
}
