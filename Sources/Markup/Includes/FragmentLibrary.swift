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
    var uses: [String: Set<FragmentUse>] = [:]
    var stamps: [String: FileStamp?] = [:]
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

  /// Finds an include's target as written in a file, and notes that the file asked for it.
  package func locate(_ target: String, from file: String) -> FragmentLocation {
    let location = locator.locate(target, from: file)
    let use = FragmentUse(target: target, location: location)
    state.withLock { _ = $0.uses[file, default: []].insert(use) }
    return location
  }

  /// The bytes of a file that was located; throws where it cannot be read.
  package func read(_ path: String) throws -> [UInt8] {
    // Before it is read: what is changed meanwhile then differs from what is noted.
    let stamp = FileStamp(path)
    state.withLock { if $0.stamps[path] == nil { $0.stamps[path] = stamp } }
    return try locator.read(path)
  }

  /// The fragment in a file; `stack` names the files that are being included on the way to it,
  /// `circularReads` counts the fragments that were read and not kept.
  func fragment(
    at path: String, stack: [String], circularReads: inout Int
  ) throws -> Fragment {
    if let known = state.withLock({ $0.fragments[path] }) { return known }
    let raw = try read(path)
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

// MARK: - What was asked for

/// An include that a file asked for.
package struct FragmentUse: Sendable, Hashable {
  /// As written.
  package let target: String
  package let location: FragmentLocation

  package init(target: String, location: FragmentLocation) {
    self.target = target
    self.location = location
  }

  /// The file that was read for it, if any was.
  package var path: String? {
    switch location {
    case .found(let path), .otherCase(let path), .fallback(let path): path
    case .missing, .outside: nil
    }
  }
}

extension FragmentLibrary {
  /// Whether an include that a file asked for leads where it led.
  package func isLocated(_ use: FragmentUse, from file: String) -> Bool {
    locator.locate(use.target, from: file) == use.location
  }

  /// The includes that a file asked for, be it a page or a fragment.
  package func uses(of file: String) -> [FragmentUse] {
    state.withLock { Array($0.uses[file] ?? []) }.sorted { $0.target < $1.target }
  }

  /// The fragments that were read, with what the system said of them before; nil where it said nothing.
  package var stamps: [String: FileStamp?] { state.withLock { $0.stamps } }

  /// Takes over what a file asked for when it was read by a former build, and reads these fragments, so
  /// that what is wrong in them is known.
  ///
  /// Throws where one of them cannot be read.
  package func adopt(_ uses: [FragmentUse], of file: String) throws {
    let isKnown = state.withLock { $0.uses.updateValue(Set(uses), forKey: file) != nil }
    if isKnown { return }
    var circularReads = 0
    for path in uses.lazy.compactMap(\.path) {
      _ = try fragment(at: path, stack: [file], circularReads: &circularReads)
    }
  }
}
