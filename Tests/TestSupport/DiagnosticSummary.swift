package import Diagnostics

/// A diagnostic in one line without its path: `2:9: error: message [rule]`.
package func summary(of diagnostic: Diagnostic) -> String {
  let place = "\(diagnostic.position.line):\(diagnostic.position.column)"
  return "\(place): \(diagnostic.severity): \(diagnostic.message) [\(diagnostic.rule.rawValue)]"
}
