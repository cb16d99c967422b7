/// Decides which event a page is about, from all the places where it says so.
///
/// No one place is right on all pages: a file name has no room for a sign, a Details row may have a
/// slip, keywords name neighbours. So each place has a vote, and the places outvoted are reported.
struct EventIDVote {
  /// Where a page names its event, the most trusted first: that order breaks ties.
  enum Place: Int, CaseIterable, Comparable {
    case title, heading, details, fileName, helpKeywords, keywords

    static func < (left: Place, right: Place) -> Bool { left.rawValue < right.rawValue }

    /// What a diagnostic calls the place.
    var words: String {
      switch self {
      case .title: "the title"
      case .heading: "the first heading"
      case .details: "the Details row"
      case .fileName: "the file name"
      case .helpKeywords: "f1_keywords"
      case .keywords: "helpviewer_keywords"
      }
    }
  }

  /// What the vote came to.
  struct Result {
    let id: EventID
    /// The places that named it.
    let supporters: [Place]
    /// The places that named other IDs only, with the first that each named.
    let outvoted: [(place: Place, id: EventID)]
    /// Whether another ID had as many votes.
    let isTie: Bool
  }

  private var ballots: [(place: Place, ids: [EventID])] = []

  /// Enters what a place names; a place that names nothing has no vote.
  mutating func add(_ place: Place, _ ids: [EventID]) {
    if !ids.isEmpty { ballots.append((place, ids)) }
  }

  /// The winner, or nil where no place names an ID.
  func result() -> Result? {
    var candidates: [EventID] = []
    for ballot in ballots.sorted(by: { $0.place < $1.place }) {
      for id in ballot.ids where !candidates.contains(where: { Self.isSame($0, id) }) {
        candidates.append(id)
      }
    }
    let tally = candidates.map { candidate in ballots.count { supports($0, candidate) } }
    guard let most = tally.max(), let index = tally.firstIndex(of: most) else { return nil }
    let winner = candidates[index]
    let outvoted = ballots.sorted { $0.place < $1.place }
      .filter { !supports($0, winner) }
      .map { ($0.place, $0.ids[0]) }
    return Result(
      id: winner, supporters: ballots.filter { supports($0, winner) }.map(\.place),
      outvoted: outvoted, isTie: tally.count { $0 == most } > 1)
  }

  /// Whether a ballot names a candidate; a file name cannot hold a sign, so it names both.
  private func supports(_ ballot: (place: Place, ids: [EventID]), _ candidate: EventID) -> Bool {
    ballot.ids.contains {
      Self.isSame($0, candidate)
        || (ballot.place == .fileName && candidate.text == "-" + $0.text)
    }
  }

  private static func isSame(_ one: EventID, _ other: EventID) -> Bool {
    one.text == other.text || one.text.uppercased() == other.text.uppercased()
  }
}
