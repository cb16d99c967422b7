/// A query in the language of FTS5, and which unit each of its phrases belongs to.
///
/// Terms hold letters and digits only and stand in quotes: nothing that was typed is read as a sign.
struct SearchExpression {
  private(set) var text: [UInt8] = []
  /// The unit of each phrase, in order; -1 for what must not be there.
  private(set) var unitOfPhrase: [Int] = []

  /// How several units are taken together.
  enum Join: String {
    case all = " AND "
    case any = " OR "
  }

  /// The rows with all or any of some units, and none of others; only in one column if it is given.
  init(
    _ units: [SearchUnit], join: Join, without excluded: [SearchUnit], in column: SearchColumn?
  ) {
    if let column { text += "{\(column.rawValue)} : ".utf8 }
    text += "(".utf8
    for (index, unit) in units.enumerated() {
      if index > 0 { text += join.rawValue.utf8 }
      append(unit, as: index)
    }
    text += ")".utf8
    for unit in excluded {
      text += " NOT ".utf8
      append(unit, as: -1)
    }
  }

  private mutating func append(_ unit: SearchUnit, as index: Int) {
    text += "(".utf8
    for (place, phrase) in unit.phrases.enumerated() {
      if place > 0 { text += " OR ".utf8 }
      text.append(UInt8(ascii: "\""))
      for (place, term) in phrase.terms.enumerated() {
        if place > 0 { text.append(0x20) }
        text += term
      }
      text.append(UInt8(ascii: "\""))
      if phrase.isPrefix { text += " *".utf8 }
      unitOfPhrase.append(index)
    }
    text += ")".utf8
  }
}
