internal import Markup

/// Where the links and pictures of an article lead, from wherever the page is read.
struct ArticleLinks {
  /// What addresses are relative to, where that is known.
  private let base: Address?
  /// The slugs of the headings that are kept, by the identifiers that links lead to.
  private let anchors: [String: String]

  init(base: Address?, anchors: [String: String] = [:]) {
    self.base = base
    self.anchors = anchors
  }

  /// Where a link leads; nil where it is none, may not be followed, or leads to a place in the page
  /// that is not kept.
  func target(_ reference: String?) -> String? {
    guard let href = reference?.trimmed, !href.isEmpty, LinkTarget.isAllowed(href) else {
      return nil
    }
    if href.hasPrefix("#") {
      if let slug = anchors[String(href.dropFirst())] { return "#\(slug)" }
      return href == "#" ? nil : base?.resolving(href)
    }
    return resolved(href)
  }

  /// Where a picture lies; nil where that may not be linked to, or where it lies in the page itself.
  func picture(_ index: Int, in tree: HTMLTree) -> String? {
    let sources = ["src", "data-src", "data-original", "data-lazy-src"]
    let written = sources.compactMap { tree.attribute($0, of: index)?.trimmed }
      .first { !$0.isEmpty && !$0.lowercased().hasPrefix("data:") }
    guard let source = written, LinkTarget.isAllowed(source) else { return nil }
    return resolved(source)
  }

  /// An address made absolute where what it is relative to is known, else as written.
  private func resolved(_ reference: String) -> String? {
    guard let base else { return reference }
    return base.resolving(reference)
  }
}
