internal import Diagnostics

/// Puts right what translation spoilt in message lists, where the neighbours or the same rows of
/// other locales prove what was meant; each repair is a diagnostic.
struct MessageListRepair {
  private(set) var lists: [MessageListDraft]
  private(set) var diagnostics: [Diagnostic] = []

  /// Repairs lists that are translations of one another, or a single one.
  init(_ lists: [MessageListDraft]) {
    self.lists = lists
    let trusted = lists.map { Self.trustedRows($0.rows) }
    for list in lists.indices { repairIDs(of: list, trusted: trusted) }
    for list in lists.indices { moveStrayTexts(of: list) }
    for list in lists.indices { repairLogged(of: list) }
  }

  // MARK: IDs

  /// The rows whose IDs are in order: the longest run of rising numbers.
  ///
  /// What lies between two of them may be wrong, or a list that goes back.
  private static func trustedRows(_ rows: [MessageListDraft.Row]) -> [Int] {
    let numbered = rows.indices.compactMap { row in
      rows[row].id.flatMap { Int($0.text) }.map { (row: row, number: $0) }
    }
    // Patience sorting; `tails[n]` ends the best run of n + 1 found so far.
    var tails: [Int] = []
    var previous = [Int?](repeating: nil, count: numbered.count)
    for index in numbered.indices {
      var (low, high) = (0, tails.count)
      while low < high {
        let middle = (low + high) / 2
        if numbered[tails[middle]].number < numbered[index].number {
          low = middle + 1
        } else {
          high = middle
        }
      }
      previous[index] = low > 0 ? tails[low - 1] : nil
      if low == tails.count { tails.append(index) } else { tails[low] = index }
    }
    var run: [Int] = []
    var current = tails.last
    while let index = current {
      run.append(numbered[index].row)
      current = previous[index]
    }
    return run.reversed()
  }

  private mutating func repairIDs(of list: Int, trusted: [[Int]]) {
    let rows = lists[list].rows
    for row in rows.indices where rows[row].isMended {
      if let id = rows[row].id {
        report(list, row, "'\(rows[row].written)' is read as event \(id)")
      }
    }
    let siblings = lists.indices.filter { $0 != list }
    let aligned = siblings.filter { isAligned($0, with: list) }
    let others = siblings.filter { !aligned.contains($0) }.map { other in
      AnchoredRows(rows: lists[other].rows, trusted: trusted[other])
    }
    // Where lists run line by line, every row has its like; else the rows between two that are in
    // order, if there are as many.
    for row in rows.indices where !aligned.isEmpty {
      // Nearly all rows agree.
      let own = rows[row].id
      guard aligned.contains(where: { lists[$0].rows[row].id != own }) else { continue }
      let votes = aligned.compactMap { lists[$0].rows[row].id }
      settle(list, row, votes: votes, proof: "the same row in other locales")
    }
    let bounds = [-1] + trusted[list] + [rows.count]
    for (before, after) in zip(bounds, bounds.dropFirst()) where after - before > 1 {
      let run = before + 1..<after
      for (offset, row) in run.enumerated() {
        let votes =
          aligned.isEmpty
          ? others.compactMap {
            $0.id(
              between: neighbour(list, before), and: neighbour(list, after), at: offset,
              of: run.count)
          } : []
        settle(list, row, votes: votes, proof: "the same row in other locales")
      }
      if run.count == 1, aligned.isEmpty { settleByNeighbours(list, run.lowerBound) }
    }
    for row in rows.indices where lists[list].rows[row].id == nil {
      report(
        list, row, "'\(rows[row].written)' is no event ID, and nothing proves which is meant",
        severity: .error)
    }
  }

  private func neighbour(_ list: Int, _ row: Int) -> EventID? {
    lists[list].rows.indices.contains(row) ? lists[list].rows[row].id : nil
  }

  /// Whether two lists have the same rows line by line: as many, and nearly all IDs alike.
  private func isAligned(_ other: Int, with list: Int) -> Bool {
    let (one, two) = (lists[list].rows, lists[other].rows)
    guard one.count == two.count else { return false }
    return zip(one, two).count { $0.id == $1.id } * 10 >= one.count * 9
  }

  /// Takes the ID that most other lists have in a row's place.
  ///
  /// Where it is one against one, the ID that is in order with the rows around it is right.
  private mutating func settle(_ list: Int, _ row: Int, votes: [EventID], proof: String) {
    let own = lists[list].rows[row].id
    guard let winner = Self.majority(votes), winner != own else { return }
    let against = votes.count { $0 == winner }
    let isProven =
      own == nil || against > 1
      || (isInOrder(winner, list, row) && own.map { !isInOrder($0, list, row) } == true)
    guard isProven else { return }
    lists[list].rows[row].id = winner
    report(
      list, row, "'\(lists[list].rows[row].written)' stands where \(proof) prove event \(winner)")
  }

  /// Takes the one number that fits between a row's neighbours, if the row's own does not fit and
  /// the page that the row links to does not speak for it.
  private mutating func settleByNeighbours(_ list: Int, _ row: Int) {
    let own = lists[list].rows[row].id
    guard own.map({ lists[list].rows[row].linkNames($0) }) != true,
      let low = neighbour(list, row - 1).flatMap({ Int($0.text) }),
      let high = neighbour(list, row + 1).flatMap({ Int($0.text) }), high - low == 2,
      own.flatMap({ Int($0.text) }).map({ $0 < low || $0 > high }) ?? true
    else { return }
    lists[list].rows[row].id = EventID(String(low + 1))
    report(
      list, row,
      "'\(lists[list].rows[row].written)' stands where the rows around it prove event \(low + 1)")
  }

  private func isInOrder(_ id: EventID, _ list: Int, _ row: Int) -> Bool {
    let low = neighbour(list, row - 1).map { $0 < id } ?? true
    return low && neighbour(list, row + 1).map { id < $0 } ?? true
  }

  private static func majority(_ votes: [EventID]) -> EventID? {
    let counts = Dictionary(votes.map { ($0, 1) }, uniquingKeysWith: +)
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      most.value * 2 > votes.count
    else { return nil }
    return most.key
  }

  // MARK: Texts

  /// A row without a text takes what a stray pipe left behind in a row shortly before it.
  private mutating func moveStrayTexts(of list: Int) {
    let reach = 8
    for row in lists[list].rows.indices where lists[list].rows[row].text == nil {
      let nearby = max(0, row - reach)..<row
      guard let donor = nearby.last(where: { lists[list].rows[$0].surplus != nil }),
        let text = lists[list].rows[donor].surplus
      else { continue }
      let moved = String(text.drop { $0 == " " || $0 == "|" })
      guard !moved.isEmpty, !moved.contains("|") else { continue }
      lists[list].rows[row].text = moved
      lists[list].rows[donor] = lists[list].rows[donor].withoutSurplus
      diagnostics.append(
        Diagnostic(
          .messageRow, path: lists[list].path,
          at: SourcePosition(line: lists[list].rows[row].line),
          "the row has no text; what stands behind the text of line \(lists[list].rows[donor].line) is taken"
        ))
    }
  }

  // MARK: Logged

  /// A list that says the same of every row, where its siblings tell rows apart, is mistranslated.
  private mutating func repairLogged(of list: Int) {
    let fewest = 100
    let flags = lists[list].rows.compactMap(\.logged)
    let rowsWithSeverity = lists[list].rows.count { $0.severity != nil }
    guard rowsWithSeverity >= fewest, Set(flags).count < 2 else { return }
    var known: [EventID: [Bool]] = [:]
    for other in lists.indices where other != list {
      let flags = Set(lists[other].rows.compactMap(\.logged))
      guard flags.count == 2 else { continue }
      for row in lists[other].rows {
        if let id = row.id, let logged = row.logged { known[id, default: []].append(logged) }
      }
    }
    guard !known.isEmpty else { return }
    for row in lists[list].rows.indices {
      guard lists[list].rows[row].severity != nil, let id = lists[list].rows[row].id,
        let others = known[id]
      else { continue }
      lists[list].rows[row].logged = others.count { $0 } * 2 > others.count
    }
    diagnostics.append(
      Diagnostic(
        .messageRow, path: lists[list].path, at: .start,
        "whether events are logged is the same in all \(flags.count) rows; the other locales' lists are taken"
      ))
  }

  private mutating func report(
    _ list: Int, _ row: Int, _ message: String, severity: Diagnostic.Severity? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        .messageID, path: lists[list].path,
        at: SourcePosition(line: lists[list].rows[row].line), message, severity: severity))
  }
}

/// The rows of another locale's list, to be asked which ID stands at a place.
private struct AnchoredRows {
  private let rows: [MessageListDraft.Row]
  /// The place of each trusted ID.
  private let places: [EventID: Int]

  init(rows: [MessageListDraft.Row], trusted: [Int]) {
    self.rows = rows
    places = Dictionary(
      trusted.compactMap { row in rows[row].id.map { ($0, row) } }, uniquingKeysWith: { $1 })
  }

  /// The ID at an offset within the rows between two IDs, if there are as many rows between them
  /// as are asked for.
  func id(between before: EventID?, and after: EventID?, at offset: Int, of count: Int) -> EventID?
  {
    let start = before.map { places[$0] } ?? .some(-1)
    let end = after.map { places[$0] } ?? .some(rows.count)
    guard let start, let end, end - start - 1 == count else { return nil }
    return rows[start + 1 + offset].id
  }
}

extension MessageListDraft.Row {
  /// Whether the row links to a page whose file is named by an ID: `mssqlserver-14265-….md`.
  fileprivate func linkNames(_ id: EventID) -> Bool {
    guard let file = link?.split(separator: "/").last else { return false }
    return file.split { $0 == "-" || $0 == "." }.contains { $0 == id.text }
  }

  /// The row without what stands behind its text.
  fileprivate var withoutSurplus: MessageListDraft.Row {
    MessageListDraft.Row(
      written: written, id: id, isMended: isMended, link: link, severity: severity, logged: logged,
      text: text, surplus: nil, line: line)
  }

  /// The whole text: what stray pipes cut off is part of it.
  var fullText: String? { text.map { $0 + (surplus ?? "") } }
}
