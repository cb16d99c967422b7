/// The names of the tabs of a page, by the panels that they open.
struct TabNames {
  private let tree: HTMLTree
  /// Names by the identifiers of panels, and by those of the tabs themselves.
  private var panels: [String: String] = [:]
  private var tabs: [String: String] = [:]

  init(_ tree: HTMLTree) {
    self.tree = tree
    for index in tree.nodes.indices where tree.attribute("role", of: index) == "tab" {
      let name = tree.text(of: index, limit: 120)
      guard !name.isEmpty, name.utf8.count < 80 else { continue }
      if let identifier = tree.attribute("id", of: index) { tabs[identifier] = name }
      for attribute in ["aria-controls", "href", "data-target", "data-bs-target"] {
        guard let panel = tree.attribute(attribute, of: index) else { continue }
        panels[panel.hasPrefix("#") ? String(panel.dropFirst()) : panel] = name
      }
      let link = tree.descendants(of: index).first { tree.nodes[$0].name == "a" }
      if let panel = link.flatMap({ tree.attribute("href", of: $0) }), panel.hasPrefix("#") {
        panels[String(panel.dropFirst())] = name
      }
    }
  }

  /// The name of the tab that opens an element; nil where it is no panel.
  func name(of index: Int) -> String? {
    guard !panels.isEmpty || !tabs.isEmpty, tree.attribute("role", of: index) == "tabpanel" else {
      return nil
    }
    return tree.attribute("id", of: index).flatMap { panels[$0] }
      ?? tree.attribute("aria-labelledby", of: index).flatMap { tabs[$0] }
  }
}
