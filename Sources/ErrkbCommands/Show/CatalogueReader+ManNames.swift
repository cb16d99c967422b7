internal import Catalogue
internal import Index
internal import Render

extension CatalogueReader {
  /// What the man page of an answer is called in the manual of the whole catalogue.
  func manNames(of answer: Answer) throws(CatalogueError) -> ManNames {
    let key = EventKey(source: answer.source, id: answer.id)
    var names = ManNames(page: ManNames.page(of: "\(answer.source)_\(answer.id)"))
    var candidates = [(name: answer.id.text, alias: ManNames.alias(of: answer.id))]
    // In whatever language it has one.
    for (name, event) in try symbolicNames() where event == key {
      guard let alias = ManNames.alias(ofSymbol: name) else { continue }
      candidates.append((name, alias))
    }
    for (name, alias) in candidates where !names.aliases.contains(alias) {
      // A name that means several events leads to a list of them.
      if try keys(matching: name).count == 1 { names.aliases.append(alias) }
    }
    return names
  }
}
