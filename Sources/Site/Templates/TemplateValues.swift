internal import Mustache

/// What a template is filled with: names and values, in the order in which they were set.
///
/// A name that was set to nothing is absent, and is not looked up in what stands around: Mustache
/// would take the page's `title` for that of an entry that has none.
package struct TemplateValues: Sendable {
  /// A value as it was set.
  enum Value: Sendable {
    case absent
    case text(String)
    /// UTF-8 that the HTML writer made.
    case html([UInt8])
    case holds(Bool)
    case list([TemplateValues])
  }

  /// Of two of one name the later counts.
  private(set) var entries: [(name: StaticString, value: Value)] = []

  package init(_ fill: (inout TemplateValues) -> Void = { _ in }) { fill(&self) }

  /// Values with room for so many.
  init(capacity: Int) { entries.reserveCapacity(capacity) }

  /// Sets a text, which the template escapes unless it asks for markup; an empty one is absent.
  package mutating func set(_ name: StaticString, _ text: String?) {
    if let text, !text.isEmpty { set(name, .text(text)) } else { set(name, .absent) }
  }

  /// Sets markup that the HTML writer made; none is absent.
  package mutating func set(_ name: StaticString, html: [UInt8]?) {
    guard let html, !html.isEmpty else { return set(name, .absent) }
    do {
      _ = try UTF8Span(validating: html.span)
      set(name, .html(html))
    } catch {
      // A page is UTF-8 whatever goes into it.
      set(name, .html(Array(String(decoding: html, as: UTF8.self).utf8)))
    }
  }

  /// Sets a number.
  package mutating func set(_ name: StaticString, _ number: Int?) {
    set(name, number.map { String($0) })
  }

  /// Sets whether something holds.
  package mutating func set(_ name: StaticString, _ holds: Bool) { set(name, .holds(holds)) }

  /// Sets a list, whose section is repeated for each entry.
  package mutating func set(_ name: StaticString, _ list: [TemplateValues]) {
    set(name, .list(list))
  }

  private mutating func set(_ name: StaticString, _ value: Value) { entries.append((name, value)) }

  /// The values with others in their places: what `change` makes of each text, in order.
  func replacingTexts(_ change: () -> String) -> TemplateValues {
    var values = self
    for index in values.entries.indices {
      switch values.entries[index].value {
      case .absent, .holds: break
      case .text, .html: values.entries[index].value = .text(change())
      case .list(let list):
        values.entries[index].value = .list(list.map { $0.replacingTexts(change) })
      }
    }
    return values
  }
}

// MARK: - For Mustache

extension TemplateValues: MustacheParent {
  package func child(named name: String) -> Any? {
    entries.last { $0.name.says(name) }?.value.forMustache
  }
}

extension TemplateValues.Value {
  fileprivate var forMustache: Any {
    switch self {
    case .absent: TemplateText.Absent()
    case .text(let text): TemplateText(text)
    case .html(let html): TemplateText(String(decoding: html, as: UTF8.self))
    case .holds(let holds): holds
    case .list(let list): list
    }
  }
}

extension StaticString {
  /// Whether it is a text.
  fileprivate func says(_ text: String) -> Bool {
    guard utf8CodeUnitCount == text.utf8.count else { return false }
    return withUTF8Buffer { unsafe $0.elementsEqual(text.utf8) }
  }
}
