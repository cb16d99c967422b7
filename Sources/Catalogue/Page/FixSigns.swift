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
  /// What the head tells to do: one bit an action.
  ///
  /// Bits whose numbers differ in the lowest place alone are opposites.
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
    /// What the vocabulary knows as something that advice is about: a firewall, a port.
    case thing

    /// In points.
    var points: Int {
      switch self {
      case .weak: 1
      case .plain: 3
      case .strong, .thing: 4
      }
    }
  }
}

// MARK: - Comparing

extension FixSigns {
  /// From here on two fixes are one.
  ///
  /// Measured on labelled pairs of advice in five languages: of the pairs above it nearly all are one
  /// thing to try, and of those that are hardly one in ten lies below.
  package static let threshold = 0.55
  /// What must be common at least: less says nothing.
  private static let fewestPoints = 4
  private static let pointsOfAnAction = 3
  /// The words of the whole are many, and so have less in common than those of the heads.
  private static let weightOfWhole = 1.1
  /// How much counts that the shorter of two heads is a part of the longer.
  private static let weightOfShare = 0.3
  /// What is left where both name something, and each what the other does not.
  private static let weightOfOtherNames = 0.7
  /// The same of the things they are about.
  private static let weightOfOtherThings = 0.5
  /// What is left where one is about something and the other about nothing that is known.
  private static let weightOfOneThing = 0.65
  /// What is left where a single word or action is common, and each has others.
  private static let weightOfOneCommon = 0.8
  /// What is left where they tell to do other things, if not opposite ones.
  private static let weightOfOtherActions = 0.5

  /// How alike this and another fix are, from 0 to 1.
  ///
  /// Fixes that tell to do opposite things are not alike at all; those whose code is the same for
  /// the most part are. Else it is the cosine of the heads, words and actions, or that of the whole
  /// texts, whichever is greater; less where each has something of its own that the other lacks.
  package func likeness(to other: FixSigns) -> Double {
    guard !contradicts(other) else { return 0 }
    let deeds = Self.points(of: actions & other.actions)
    let shared = Self.points(common: all, other.all) + deeds
    let whole = Self.cosine(
      shared, Self.points(of: all) + Self.points(of: actions),
      Self.points(of: other.all) + Self.points(of: other.actions))
    let lines = Self.common(code, other.code)
    if 2 * lines >= max(code.count, other.code.count, 1) { return 1 }
    let enoughOfWhole = 0.25
    if lines > 0, whole >= enoughOfWhole { return 1 }
    guard shared >= Self.fewestPoints else { return 0 }
    let likeness = min(1, max(headLikeness(to: other), whole * Self.weightOfWhole))
    // What speaks against it only makes it less.
    return likeness < Self.threshold ? likeness : likeness * agreement(with: other)
  }

  private func headLikeness(to other: FixSigns) -> Double {
    let shared = Self.points(common: head, other.head) + Self.points(of: actions & other.actions)
    guard shared >= Self.fewestPoints else { return 0 }
    let mine = Self.points(of: head) + Self.points(of: actions)
    let theirs = Self.points(of: other.head) + Self.points(of: other.actions)
    let share = Double(shared) / Double(max(1, min(mine, theirs)))
    return Self.cosine(shared, mine, theirs) * (1 - Self.weightOfShare)
      + share * Self.weightOfShare
  }

  /// What is left of a likeness where two fixes tell to do other things, are about other things or
  /// name others; 1 where nothing speaks against it.
  private func agreement(with other: FixSigns) -> Double {
    var agreement = 1.0
    if actions != 0, other.actions != 0, actions & other.actions == 0 {
      agreement *= Self.weightOfOtherActions
    }
    let (things, theirs) = (signs(of: .thing, notIn: other), other.signs(of: .thing, notIn: self))
    if things > 0, theirs > 0 {
      agreement *= Self.weightOfOtherThings
    } else if things + theirs > 0, !hasCommon(.thing, with: other),
      !hasCommon(.strong, with: other)
    {
      agreement *= Self.weightOfOneThing
    }
    let common =
      Self.common(all.map { $0 >> 2 }, other.all.map { $0 >> 2 })
      + (actions & other.actions).nonzeroBitCount
    if common == 1, all.count > 1 || actions != 0, other.all.count > 1 || other.actions != 0 {
      agreement *= Self.weightOfOneCommon
    }
    if signs(of: .strong, notIn: other) > 0, other.signs(of: .strong, notIn: self) > 0 {
      agreement *= Self.weightOfOtherNames
    }
    return agreement
  }

  /// How many signs of a weight the head has that another has nowhere.
  private func signs(of weight: Weight, notIn other: FixSigns) -> Int {
    head.count { sign in
      sign & 3 == weight.rawValue && Self.points(common: [sign], other.all) == 0
    }
  }

  private func hasCommon(_ weight: Weight, with other: FixSigns) -> Bool {
    Self.points(common: head.filter { $0 & 3 == weight.rawValue }, other.all) > 0
  }

  private static func cosine(_ shared: Int, _ one: Int, _ other: Int) -> Double {
    one == 0 || other == 0 ? 0 : Double(shared) / (Double(one) * Double(other)).squareRoot()
  }

  /// From here on a report is one of a fix: lower than among fixes, for it also tells what has
  /// nothing to do with the fix.
  package static let thresholdOfReports = 0.6

  /// How much this, a report, is one of a fix, from 0 to 1.
  ///
  /// A report is short: what counts is how much of what it names the fix names anywhere, and more
  /// where it says that first.
  package func likeness(ofReportOn fix: FixSigns) -> Double {
    guard !contradicts(fix) else { return 0 }
    let weightOfHead = 0.2
    let head = headLikeness(to: fix)
    let likeness = max(head, share(in: fix) * (1 - weightOfHead) + head * weightOfHead)
    let isOfOtherThings = signs(of: .thing, notIn: fix) > 0
    return likeness * (isOfOtherThings ? Self.weightOfOtherThings : 1)
  }

  /// How much of what this names stands anywhere in another; nothing where it is too little to be
  /// no accident: a name and a word, or three words.
  private func share(in other: FixSigns) -> Double {
    let hasName = hasCommon(.strong, with: other) || hasCommon(.thing, with: other)
    let shared = Self.points(common: head, other.all) + Self.points(of: actions & other.actions)
    guard shared >= (hasName ? 2 : 3) * Self.pointsOfAnAction else { return 0 }
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

  /// How many hashes two lists in ascending order have in common.
  private static func common(_ one: [UInt32], _ other: [UInt32]) -> Int {
    var count = 0
    var (left, right) = (0, 0)
    while left < one.count, right < other.count {
      if one[left] == other[right] {
        count += 1
        left += 1
        right += 1
      } else if one[left] < other[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return count
  }
}
