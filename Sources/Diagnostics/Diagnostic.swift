/// One thing that is wrong in the content, and where.
///
/// Diagnostics are values: a stage that finds something wrong appends one to the list it was handed
/// and goes on. Only an operation that cannot continue throws.
package struct Diagnostic: Sendable, Hashable {
  /// How much a diagnostic weighs.
  package enum Severity: String, Sendable, Hashable, Comparable {
    /// Something is lost or wrong for the reader; `--strict` makes it fail a build.
    case error
    /// Something was put right or guessed, and the writer should know.
    case warning

    package static func < (left: Severity, right: Severity) -> Bool {
      left == .error && right == .warning
    }
  }

  /// A second place that explains the first: the other page of a duplicate, say.
  package struct Note: Sendable, Hashable {
    package var path: String
    package var position: SourcePosition
    package var message: String

    package init(path: String, position: SourcePosition, message: String) {
      self.path = path
      self.position = position
      self.message = message
    }
  }

  package var rule: Rule
  package var severity: Severity
  /// The file, as it was reached from where the command runs.
  package var path: String
  package var position: SourcePosition
  /// One sentence in lower case without a full stop; the author's own words in single quotes.
  package var message: String
  package var notes: [Note]

  /// A diagnostic of a rule; its severity is the rule's own unless another is given.
  package init(
    _ rule: Rule, path: String, at position: SourcePosition, _ message: String,
    severity: Severity? = nil, notes: [Note] = []
  ) {
    self.rule = rule
    self.severity = severity ?? rule.severity
    self.path = path
    self.position = position
    self.message = message
    self.notes = notes
  }
}

extension Diagnostic: Comparable {
  /// By path, then place, then rule and message: a total order that is the same on every machine.
  package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    if left.path != right.path { return left.path.utf8.lexicographicallyPrecedes(right.path.utf8) }
    if left.position != right.position { return left.position < right.position }
    if left.rule != right.rule { return left.rule.rawValue < right.rule.rawValue }
    return left.message.utf8.lexicographicallyPrecedes(right.message.utf8)
  }
}
