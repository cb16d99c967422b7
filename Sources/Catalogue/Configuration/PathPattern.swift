/// A pattern of paths, as in `.gitignore`: `drafts/**`, `*.tmp.md`, `includes`.
///
/// `*` stands for anything within one name, `?` for one byte of it, `**` for any number of folders.
/// A pattern without a slash fits names at any depth, an empty one nothing. What fits a folder fits
/// all that is in it.
package struct PathPattern: Sendable, Hashable {
  private enum Token: Hashable {
    case byte(UInt8)
    case anyByte
    /// Any run within a name.
    case anyRun
    /// Any run at all.
    case anyPath
  }

  private let tokens: [Token]

  package init(_ text: String) {
    var rest = Array(text.utf8)[...]
    var tokens: [Token] = []
    while rest.last == UInt8(ascii: "/") { rest.removeLast() }
    guard !rest.isEmpty else {
      self.tokens = []
      return
    }
    let isAnchored = rest.contains(UInt8(ascii: "/"))
    if rest.first == UInt8(ascii: "/") { rest.removeFirst() }
    if !isAnchored { tokens.append(.anyPath) }
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "*") where rest.first == byte:
        rest.removeFirst()
        // `**/` also stands for no folder at all.
        if rest.first == UInt8(ascii: "/") { rest.removeFirst() }
        tokens.append(.anyPath)
      case UInt8(ascii: "*"): tokens.append(.anyRun)
      case UInt8(ascii: "?"): tokens.append(.anyByte)
      default: tokens.append(.byte(byte))
      }
    }
    self.tokens = tokens
  }

  /// Whether a path, with `/` between its folders, or a folder that it lies in fits; O(n·m).
  package func matches(_ path: String) -> Bool {
    guard !tokens.isEmpty else { return false }
    let slash = UInt8(ascii: "/")
    // The tokens that could come next; the count of tokens stands for a complete match.
    var states = closure(of: [0], atStartOfName: true)
    for byte in path.utf8 {
      if byte == slash, states.contains(tokens.count) { return true }
      var following: Set<Int> = []
      for state in states where state < tokens.count {
        switch tokens[state] {
        case .byte(let wanted): if wanted == byte { following.insert(state + 1) }
        case .anyByte: if byte != slash { following.insert(state + 1) }
        case .anyRun: if byte != slash { following.insert(state) }
        case .anyPath: following.insert(state)
        }
      }
      states = closure(of: following, atStartOfName: byte == slash)
    }
    return states.contains(tokens.count)
  }

  /// The states with those that are reached without a byte.
  ///
  /// A run of folders ends where a name begins, or with the pattern.
  private func closure(of states: Set<Int>, atStartOfName: Bool) -> Set<Int> {
    var closed = states
    for state in states {
      var next = state
      while next < tokens.count {
        if tokens[next] == .anyPath {
          guard atStartOfName || next == tokens.count - 1 else { break }
        } else if tokens[next] != .anyRun {
          break
        }
        next += 1
        closed.insert(next)
      }
    }
    return closed
  }
}
