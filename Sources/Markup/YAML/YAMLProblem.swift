package import Diagnostics

/// Why a text is not the YAML that was expected, and where.
package struct YAMLProblem: Error, Hashable {
  /// A part of a sentence, in lower case without a full stop.
  package var message: String
  package var position: SourcePosition

  package init(_ message: String, at position: SourcePosition) {
    self.message = message
    self.position = position
  }
}
