internal import Mustache

/// What a template is filled with: names and values, in a form that is quickly read.
///
/// A name that was set to nothing is absent, and is not looked up in what stands around: Mustache
/// would take the page's `title` for that of an entry that has none.
package struct TemplateValues: Sendable {
  private var values: [String: any Sendable] = [:]
  /// What is the same for many pages; `values` comes first.
  private let shared: [String: any Sendable]

  /// Values on top of those that others share.
  package init(shared: TemplateValues? = nil, _ fill: (inout TemplateValues) -> Void = { _ in }) {
    self.shared = shared?.values ?? [:]
    fill(&self)
  }

  /// Sets a text, which the template escapes unless it asks for markup; an empty one is absent.
  package mutating func set(_ name: String, _ text: String?) {
    if let text, !text.isEmpty {
      values[name] = TemplateText(text)
    } else {
      values[name] = Absent()
    }
  }

  /// Sets markup that the HTML writer made.
  package mutating func set(_ name: String, html: [UInt8]) {
    set(name, String(decoding: html, as: UTF8.self))
  }

  /// Sets a number.
  package mutating func set(_ name: String, _ number: Int?) { set(name, number.map { String($0) }) }

  /// Sets whether something holds.
  package mutating func set(_ name: String, _ holds: Bool) { values[name] = holds }

  /// Sets a list, whose section is repeated for each entry.
  package mutating func set(_ name: String, _ list: [TemplateValues]) { values[name] = list }

  /// Sets a group of values, `words.cause` say.
  package mutating func set(_ name: String, _ group: TemplateValues?) {
    if let group { values[name] = group } else { values[name] = Absent() }
  }
}

extension TemplateValues: MustacheParent {
  package func child(named name: String) -> Any? { values[name] ?? shared[name] }
}

/// A text as Mustache reads it without reflection.
private struct TemplateText: MustacheParent, MustacheCustomRenderable {
  let renderText: String

  init(_ text: String) { renderText = text }

  var isNull: Bool { false }

  func child(named: String) -> Any? { nil }
}

/// Nothing, for names that must not be looked up in what stands around.
private struct Absent: MustacheParent, MustacheCustomRenderable {
  var renderText: String { "" }
  var isNull: Bool { true }

  func child(named: String) -> Any? { nil }
}
