/// What `--color` says.
package enum ColorChoice: String, Sendable, CaseIterable {
  case auto
  case always
  case never

  /// Whether to colour: the option beats all, then `NO_COLOR`, `CLICOLOR_FORCE`, `CLICOLOR` and
  /// `TERM` in this order, and where none of them speaks a terminal is coloured.
  ///
  /// `NO_COLOR` counts only when it is not empty (no-color.org).
  package static func resolve(
    option: ColorChoice, environment: (_ name: String) -> String?, isTerminal: Bool
  ) -> Bool {
    switch option {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if let value = environment("NO_COLOR"), !value.isEmpty { return false }
    if let value = environment("CLICOLOR_FORCE"), !value.isEmpty, value != "0" { return true }
    if environment("CLICOLOR") == "0" || environment("TERM") == "dumb" { return false }
    return isTerminal
  }
}
