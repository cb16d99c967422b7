internal import Diagnostics

/// The few facts of a page that are kept until all pages are read.
struct PageSummary: Sendable {
  let number: Int
  /// The content folder, as an index.
  let folder: Int
  let relative: String
  let path: String
  let kind: Page.Kind
  var source: String
  var knowsItsSource: Bool
  let ids: [EventID]
  let locale: LocaleTag
  let anchors: [String]
  let translation: Page.Translation?
  /// For each link, the page in the same folder that it leads to, if it does.
  let linkedPages: [String?]
  let namings: [NamingSentence]

  init(_ draft: PageDraft, number: Int, folder: Int, tree: ContentTree) {
    let page = draft.page
    self.number = number
    self.folder = folder
    relative = page.path
    path = tree.path(of: page.path)
    kind = page.kind
    source = page.source
    knowsItsSource = draft.knowsItsSource
    ids = page.ids
    locale = page.locale
    anchors = page.sections.map(\.anchor)
    translation = page.translation
    namings = draft.namings
    linkedPages = page.links.map { tree.page(linkedAs: $0.target, from: page.path) }
  }

  /// The folder that holds the page, relative to the content folder.
  var directory: Substring {
    relative.lastIndex(of: "/").map { relative[..<$0] } ?? relative[..<relative.startIndex]
  }
}

/// A page's place among the events: what `show` looks it up by.
struct EditionKey: Hashable {
  let source: String
  let ids: [EventID]
  let locale: LocaleTag?
}
