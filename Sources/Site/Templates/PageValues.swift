internal import Mustache

/// All that a page is filled with: its own values, and those that it shares with others.
struct PageValues: Sendable {
  let own: TemplateValues
  let shared: SharedValues
}

extension PageValues: MustacheParent {
  func child(named name: String) -> Any? { own.child(named: name) ?? shared.child(named: name) }
}
