/// Ids that nothing of a page's text may have.
struct ReservedIDs: Sendable {
  var whole: Set<String> = []
  /// What numbers follow: `step-` reserves `step-1`, and so on.
  var numbered: Set<String> = []

  mutating func formUnion(_ other: ReservedIDs) {
    whole.formUnion(other.whole)
    numbered.formUnion(other.numbered)
  }

  /// Whether it is the beginning of a numbered id with a number after it.
  func isNumbered(_ id: String) -> Bool {
    let digits = id.utf8.reversed().prefix { (0x30...0x39).contains($0) }.count
    return digits > 0 && numbered.contains(String(id.dropLast(digits)))
  }
}
