/// What tells one thing to try from another: its words, its commands and what it does.
///
/// Words are kept as hashes, the same on every machine, so that two fixes are compared without any
/// table of words. Made by `SignFinder` when a page is read.
package struct FixSigns: Sendable, Hashable {
  /// A word, weighed: its hash in the upper 30 bits, its weight in the lower two.
  package typealias Sign = UInt32

  /// The words of the clause that says what to do, in ascending order, each hash once.
  package var head: [Sign]
  /// The words of the whole, those of `head` among them, in the same order.
  package var all: [Sign]
  /// The hashes of its lines of code, in ascending order.
  package var code: [UInt32]
  /// What the head tells to do: one bit an action. Bits that differ only in the lowest place of
  /// their number are opposites.
  package var actions: UInt64

  package init(
    head: [Sign] = [], all: [Sign] = [], code: [UInt32] = [], actions: UInt64 = 0
  ) {
    self.head = head
    self.all = all
    self.code = code
    self.actions = actions
  }

  /// A word of a hash and a weight from 0 to 3.
  static func sign(hash: UInt32, weight: Weight) -> Sign { hash & ~3 | weight.rawValue }

  /// How much a word tells.
  enum Weight: UInt32 {
    /// Said of almost every fix: `server`.
    case weak
    case plain
    /// A name, a number, a command: `IPAll`, `1433`.
    case strong

    /// In points.
    var points: Int {
      switch self {
      case .weak: 1
      case .plain: 3
      case .strong: 4
      }
    }
  }
}

// MARK: - Comparing

extension FixSigns {
  /// From here on two fixes are one: measured on the pages that come along and on reports from the
  /// field, where true pairs lie above 0.6 and others below 0.5.
  package static let threshold = 0.55
  /// What must be common at least: less says nothing.
  private static let fewestPoints = 4
  private static let pointsOfAnAction = 3

  /// How alike this and another fix are, from 0 to 1.
  ///
  /// Fixes that tell to do opposite things are not alike at all; those with a line of code in
  /// common are. Else it is the share of the heads' words and actions that they have in common.
  package func likeness(to other: FixSigns) -> Double {
    guard !contradicts(other) else { return 0 }
    if Self.haveCommon(code, other.code) { return 1 }
    let shared = Self.points(common: head, other.head) + Self.points(of: actions & other.actions)
    guard shared >= Self.fewestPoints else { return 0 }
    let own = Self.points(of: head) + Self.points(of: actions)
    let others = Self.points(of: other.head) + Self.points(of: other.actions)
    return Double(shared) / (Double(own) * Double(others)).squareRoot()
  }

  /// How much of what this, a short report, names stands anywhere in another fix, from 0 to 1.
  package func share(in other: FixSigns) -> Double {
    guard !contradicts(other) else { return 0 }
    let shared = Self.points(common: head, other.all) + Self.points(of: actions & other.actions)
    guard shared >= 2 * Self.pointsOfAnAction else { return 0 }
    return Double(shared) / Double(Self.points(of: head) + Self.points(of: actions))
  }

  /// Whether there is enough to tell it from others.
  package var saysSomething: Bool {
    Self.points(of: head) + Self.points(of: actions) >= 2 * Self.pointsOfAnAction || !code.isEmpty
  }

  /// Whether one tells to do what the other tells to undo.
  package func contradicts(_ other: FixSigns) -> Bool {
    let evens: UInt64 = 0x5555_5555_5555_5555
    // Who says both, as in "stop and start", contradicts nobody.
    let mine = actions & ~Self.swapped(actions)
    let theirs = other.actions & ~Self.swapped(other.actions)
    let common = mine & Self.swapped(theirs)
    return common & (evens | evens << 1) != 0
  }

  /// Each action in the place of its opposite.
  private static func swapped(_ actions: UInt64) -> UInt64 {
    let evens: UInt64 = 0x5555_5555_5555_5555
    return (actions & evens) << 1 | (actions >> 1) & evens
  }

  private static func points(of actions: UInt64) -> Int {
    actions.nonzeroBitCount * pointsOfAnAction
  }

  private static func points(of sign: Sign) -> Int { Weight(rawValue: sign & 3)?.points ?? 0 }

  private static func points(of signs: [Sign]) -> Int { signs.reduce(0) { $0 + points(of: $1) } }

  /// The points of the words that both have, each with the lesser of its weights.
  private static func points(common one: [Sign], _ other: [Sign]) -> Int {
    var sum = 0
    var (left, right) = (0, 0)
    while left < one.count, right < other.count {
      let (mine, theirs) = (one[left] >> 2, other[right] >> 2)
      if mine == theirs {
        sum += min(points(of: one[left]), points(of: other[right]))
        left += 1
        right += 1
      } else if mine < theirs {
        left += 1
      } else {
        right += 1
      }
    }
    return sum
  }

  private static func haveCommon(_ one: [UInt32], _ other: [UInt32]) -> Bool {
    var (left, right) = (0, 0)
    while left < one.count, right < other.count {
      if one[left] == other[right] { return true }
      if one[left] < other[right] { left += 1 } else { right += 1 }
    }
    return false
  }
}
