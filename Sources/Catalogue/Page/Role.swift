/// What a section is for, in any language.
package enum Role: String, Sendable, CaseIterable {
  case details
  case symptom
  case explanation
  case cause
  case userAction
  case example
  case prevention
  case question
  case remarks
  case seeAlso
  case other
}
