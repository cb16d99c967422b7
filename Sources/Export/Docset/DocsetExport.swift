internal import Catalogue
internal import Diagnostics
package import Index
internal import Render

/// The catalogue as docsets for Dash and Zeal, one a locale: `errkb-fr.docset`.
package struct DocsetExport {
  private let reader: CatalogueReader
  private let names: LocaleFileNames
  private let folder: FolderSink
  private let root: String

  /// An export into a folder that is there and holds nothing of the kind.
  package init(_ reader: CatalogueReader, folder root: String) throws(CatalogueError) {
    self.reader = reader
    self.root = root
    names = try LocaleFileNames(reader)
    folder = FolderSink(root)
  }

  /// Writes all docsets; what is called before each document may give up by throwing.
  package func write(beforeEach check: () throws -> Void) throws {
    var heads: [PageHead] = []
    try reader.allHeads { heads.append($0) }
    for (locale, name) in names.names {
      var messages: [EventKey: [Message]] = [:]
      try reader.allMessages { message in
        guard message.locale == locale else { return }
        let event = EventKey(source: message.source, id: message.id)
        messages[event, default: []].append(message)
      }
      let plan = DocsetPlan(locale, heads: heads, messages: messages.keys.sorted())
      let parts = name.split { $0 == "_" || $0 == "@" }
      try write(plan, messages, name: "errkb-\(parts.joined(separator: "-"))", check)
    }
  }

  private func write(
    _ plan: DocsetPlan, _ messages: [EventKey: [Message]], name: String, _ check: () throws -> Void
  ) throws {
    let bundle = "\(name).docset"
    let documents = "\(bundle)/Contents/Resources/Documents"
    try folder.write(PackageResources.icon16_png, to: "\(bundle)/icon.png")
    try folder.write(PackageResources.icon32_png, to: "\(bundle)/icon@2x.png")
    try folder.write(
      DocsetInfo.bytes(name: "errkb \(plan.locale)", identifier: name),
      to: "\(bundle)/Contents/Info.plist")
    try folder.write(PackageResources.docset_css, to: "\(documents)/\(DocsetPlan.style)")
    // The first file of the documents makes the folder that the index lies in.
    let index = try DocsetIndex(path: "\(root)/\(bundle)/Contents/Resources/docSet.dsidx")
    try writePages(plan, to: documents, index, check)
    try writeMessages(plan, messages, to: documents, index)
    try writeEntrance(plan, to: documents)
    try index.finish()
  }

  private func writePages(
    _ plan: DocsetPlan, to documents: String, _ index: DocsetIndex, _ check: () throws -> Void
  ) throws {
    for document in plan.documents {
      try check()
      let page = try reader.page(number: document.head.number)
      var html = DocsetPage(document.path, title: page.title, locale: plan.locale)
      html.append(page, in: plan)
      try folder.write(html.finished(), to: "\(documents)/\(document.path)")
      let isReference = page.kind == .reference
      if !isReference { try index.add(page.title, .guide, path: document.path) }
      for event in page.ids.map({ EventKey(source: page.source, id: $0) })
      where isReference || plan.places[event] == document.path {
        try index.add("\(event)", .error, path: document.path)
      }
      if isReference, let name = page.details.symbolicName {
        try index.add(name, .error, path: document.path)
      }
    }
  }

  private func writeMessages(
    _ plan: DocsetPlan, _ messages: [EventKey: [Message]], to documents: String,
    _ index: DocsetIndex
  ) throws {
    var rows = plan.rows[...]
    while let first = rows.first {
      let of = rows.prefix { $0.path == first.path }
      rows = rows.dropFirst(of.count)
      let title = "\(first.event)" + (of.count > 1 ? " – \(of.last?.event.id.text ?? "")" : "")
      var html = DocsetPage(first.path, title: title, locale: plan.locale)
      for row in of {
        html.append(messages[row.event] ?? [], anchor: row.anchor)
        try index.add("\(row.event)", .error, path: "\(row.path)#\(row.anchor)")
      }
      try folder.write(html.finished(), to: "\(documents)/\(first.path)")
    }
  }

  /// Writes the document that a docset opens with: what there is, by kind and source.
  private func writeEntrance(_ plan: DocsetPlan, to documents: String) throws {
    let words = InterfaceWords.for(plan.locale)
    var html = DocsetPage(DocsetPlan.entrance, title: "errkb · \(plan.locale)", locale: plan.locale)
    html.append(title: "errkb · \(plan.locale)")
    let guides = plan.documents.filter { $0.head.kind != .reference }
    if !guides.isEmpty {
      html.append(
        heading: words[.guides], links: guides.map { ($0.head.title, $0.path) })
    }
    var events: [String: [(String, String)]] = [:]
    for document in plan.documents where document.head.kind == .reference {
      events[document.head.source, default: []].append((document.head.title, document.path))
    }
    for row in plan.rows where events[row.event.source]?.last?.1 != row.path {
      events[row.event.source, default: []].append(("\(row.event) …", row.path))
    }
    for source in events.keys.sorted() {
      html.append(heading: source, links: events[source] ?? [])
    }
    try folder.write(html.finished(), to: "\(documents)/\(DocsetPlan.entrance)")
  }
}
