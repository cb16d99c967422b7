/// Reads the ID of a row in a message list, as translations leave it.
enum MessageID {
  /// The ID and whether it had to be put right: `1 024`, `9.999`, `186.`, `–2`, `1997 г.`.
  ///
  /// `C4001` in a longer text (`Compiler warning (level 4) C4001`) is read as it is.
  static func read(_ cell: String, vocabulary: Vocabulary) -> (id: EventID?, isMended: Bool) {
    if isPlainNumber(cell) { return (EventID(cell), false) }
    if let name = EventName.names(in: cell, vocabulary: vocabulary).last,
      Int(name.id.text) == nil || name.source != nil
    {
      return (name.id, false)
    }
    return (mended(cell).map { EventID($0) }, true)
  }

  private static func isPlainNumber(_ text: String) -> Bool {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    return !digits.isEmpty && digits.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// The number that a cell holds: groups of three digits joined, any dash a sign, a full stop or a
  /// word after it dropped; nil where that leaves doubt.
  private static func mended(_ cell: String) -> String? {
    let groupSize = 3
    var sign = ""
    var groups: [String] = []
    var digits = ""
    var isEnded = false
    for scalar in cell.unicodeScalars {
      switch scalar {
      case "0"..."9":
        if isEnded { return nil }
        digits.unicodeScalars.append(scalar)
      case "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}":
        guard digits.isEmpty, groups.isEmpty else { return nil }
        sign = "-"
      case " ", "\u{A0}", "\u{202F}", "\u{2009}", ".", ",", "'", "\u{2019}":
        if !digits.isEmpty { groups.append(digits) }
        digits = ""
      default:
        // A word behind the number: `г.`, "year".
        if !digits.isEmpty { groups.append(digits) }
        digits = ""
        isEnded = !groups.isEmpty
        if groups.isEmpty { return nil }
      }
    }
    if !digits.isEmpty { groups.append(digits) }
    guard let first = groups.first,
      groups.dropFirst().allSatisfy({ $0.utf8.count == groupSize }),
      groups.count == 1 || first.utf8.count <= groupSize
    else { return nil }
    return sign + groups.joined()
  }
}
