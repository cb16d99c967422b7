package import Diagnostics
internal import Synchronization

/// The fragments that pages include, each read and parsed once however many pages want it.
///
/// Safe to use from several tasks: a fragment is a value, and two tasks that parse the same one at
/// the same moment get equal values.
package final class FragmentLibrary: Sendable {
  /// A parsed fragment.
  struct Fragment: Sendable {
    let document: Document
    /// Whether it stood within a circle of includes when it was parsed, so that what it holds
    /// depends on where the circle was entered; such a fragment is not kept.
    let isCircular: Bool
  }

  private let locator: any FragmentLocator
  private let state = Mutex(State())

  private struct State {
    var fragments: [String: Fragment] = [:]
    var diagnostics: [Problem: Diagnostic] = [:]
  }

  /// A circle is one problem at each include in it, by whatever chain that was reached.
  private struct Problem: Hashable {
    let path: String
    let position: SourcePosition
    let rule: Rule
    let message: String

    init(_ diagnostic: Diagnostic) {
      path = diagnostic.path
      position = diagnostic.position
      rule = diagnostic.rule
      message = diagnostic.rule == .includeCircular ? "" : diagnostic.message
    }
  }

  package init(locator: any FragmentLocator) { self.locator = locator }

  /// What was found wrong in the fragments that were parsed, in order.
  package var diagnostics: [Diagnostic] { state.withLock { $0.diagnostics.values.sorted() } }

  func locate(_ target: String, from file: String) -> FragmentLocation {
    locator.locate(target, from: file)
  }

  /// The fragment in a file; `stack` names the files that are being included on the way to it,
  /// `circularReads` counts the fragments that were read and not kept.
  func fragment(
    at path: String, stack: [String], circularReads: inout Int
  ) throws -> Fragment {
    if let known = state.withLock({ $0.fragments[path] }) { return known }
    let raw = try locator.read(path)
    var diagnostics: [Diagnostic] = []
    let text = SourceText(path: path, raw: raw, diagnostics: &diagnostics)
    let front = FrontMatter.read(
      from: text.bytes, path: path, of: .fragment, diagnostics: &diagnostics)
    var parser = MarkdownParser(path: path, library: self, stack: stack + [path])
    parser.circularReads = circularReads
    let document = parser.parse(text.bytes, from: front.bodyStart, line: front.bodyLine)
    diagnostics += parser.diagnostics
    let fragment = Fragment(document: document, isCircular: parser.isCircular)
    circularReads = parser.circularReads + (fragment.isCircular ? 1 : 0)
    let found = diagnostics
    state.withLock {
      for diagnostic in found {
        $0.diagnostics.merge([Problem(diagnostic): diagnostic], uniquingKeysWith: min)
      }
      if !fragment.isCircular { $0.fragments[path] = fragment }
    }
    return fragment
  }
}
