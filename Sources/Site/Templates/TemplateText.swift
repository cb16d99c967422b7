internal import Mustache

/// A text as Mustache reads it without reflection.
struct TemplateText: MustacheParent, MustacheCustomRenderable, Sendable {
  let renderText: String

  init(_ text: String) { renderText = text }

  var isNull: Bool { false }

  func child(named: String) -> Any? { nil }

  /// Nothing, for names that must not be looked up in what stands around.
  struct Absent: MustacheParent, MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }

    func child(named: String) -> Any? { nil }
  }
}
