internal import Synchronization

/// Notes which facts a piece of the site looks at while it is made.
package final class SiteNeeds: Sendable {
  private let names = Mutex<Set<String>>([])

  /// Notes the name of a fact.
  func note(_ name: @autoclosure () -> String) {
    names.withLock { _ = $0.insert(name()) }
  }

  /// The names since the last time, in order.
  func take() -> [String] {
    names.withLock { names in
      defer { names.removeAll(keepingCapacity: true) }
      return names.sorted()
    }
  }
}
