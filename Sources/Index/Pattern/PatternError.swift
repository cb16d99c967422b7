/// A pattern that cannot be compiled.
package struct PatternError: Error, Hashable, CustomStringConvertible {
  /// What PCRE2 says is wrong with it.
  package let message: String
  /// The pattern as it was given.
  package let pattern: String
  /// The byte of the pattern before which PCRE2 gave up.
  package let offset: Int

  package var description: String { message }
}

/// Why a match was given up; the pattern compiled, but asks for too much on this text.
package enum MatchFailure: Error, Hashable, CustomStringConvertible {
  /// More steps from one place than `Pattern.Limits.steps`.
  case tooManySteps
  /// More memory than `Pattern.Limits` allows.
  case tooMuchMemory
  /// More processor time in all than `Pattern.Limits.seconds`.
  case tooMuchTime
  /// Anything else that PCRE2 says.
  case other(String)

  package var description: String {
    switch self {
    case .tooManySteps: "the pattern takes too many steps"
    case .tooMuchMemory: "the pattern takes too much memory"
    case .tooMuchTime: "the pattern takes too much time"
    case .other(let reason): "the pattern cannot be matched: \(reason)"
    }
  }
}
