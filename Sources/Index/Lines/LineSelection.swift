internal import Catalogue
internal import Records

/// Walks through blocks and hands over the lines that a search selects, with what stands around
/// them.
struct LineSelection {
  /// Takes a line and its text; false ends the search.
  typealias Body = (FoundLine, Span<UInt8>) throws(MatchFailure) -> Bool

  typealias LookUp = (TextBlocks.Owner) throws(CatalogueError) -> (event: EventKey, path: String)?

  private let path: String
  private let search: LineSearch
  private let pattern: LinePattern
  private let role: LineRole?
  /// Looks up the event of an owner and the path of its file; nil where the owner is not in the
  /// catalogue any more, or of another source than wanted.
  private let lookUp: LookUp
  /// How many lines were selected of what there is a limit for.
  private var counts: [String: Int] = [:]
  /// Whether any line was handed over.
  private var hasLines = false
  private var isStopped = false

  /// A selection from the catalogue at a path.
  init(
    path: String, _ search: LineSearch, _ pattern: LinePattern, lookUp: @escaping LookUp
  ) {
    self.path = path
    self.search = search
    self.pattern = pattern
    self.lookUp = lookUp
    role = if case .section(let role) = search.place { .section(role) } else { nil }
  }
}

// MARK: - Blocks

extension LineSelection {
  /// Searches a block; false where the search is to end.
  mutating func search(
    _ text: UnsafeBufferPointer<UInt8>, spans: [UInt8], locale: LocaleTag, _ body: Body
  ) throws(LineSearchError) -> Bool {
    guard unsafe text.last == 0x0A else {
      throw corrupt(CorruptBytes("lines that do not end", at: text.count))
    }
    // PCRE2 relies on it where it reads characters.
    guard unsafe pattern.isBytewise || UTF8Check.isValid(text) else {
      throw corrupt(CorruptBytes("text that is not UTF-8", at: 0))
    }
    let scanner = unsafe LineScanner(pattern, in: text)
    var lines = OwnerLines(spans: spans)
    var walk = unsafe Walk(scanner: scanner, text: text, locale: locale)
    while !isStopped, let place = unsafe try nextPlace(&walk, &lines) {
      try corrupt { () throws(CorruptBytes) in
        unsafe try lines.advance(to: place, in: text)
      }
      unsafe walk.position = lines.range.upperBound
      guard let owner = try found(lines, locale) else { continue }
      let budget = budget(for: owner)
      guard budget > 0 else { continue }
      try corrupt { () throws(CorruptBytes) in
        unsafe try lines.read(of: role, in: text)
      }
      unsafe try select(from: &lines, of: owner, budget: budget, &walk, body)
    }
    return !isStopped
  }

  /// Where a search of a block stands.
  @unsafe
  struct Walk {
    let scanner: LineScanner
    let text: UnsafeBufferPointer<UInt8>
    let locale: LocaleTag
    /// The start of the first line that was not looked at.
    var position = 0
    /// The start of the next matching line, if it was found already; past the end where there is
    /// none.
    var match: Int?
  }

  /// Where the next owner is that may have a line to be selected.
  private func nextPlace(
    _ walk: inout Walk, _ lines: inout OwnerLines
  ) throws(LineSearchError) -> Int? {
    guard unsafe walk.position < walk.text.count else { return nil }
    if search.isInverted { return unsafe walk.position }
    let match = unsafe try nextMatch(&walk, from: walk.position, &lines)
    return unsafe match < walk.text.count ? match : nil
  }

  /// The start of the first matching line at or after the start of a line; past the end where there
  /// is none.
  private func nextMatch(
    _ walk: inout Walk, from position: Int, _ lines: inout OwnerLines
  ) throws(LineSearchError) -> Int {
    if let known = unsafe walk.match, known >= position { return known }
    do throws(LineScanner.Failure) {
      let match = unsafe try walk.scanner.matchingLine(from: position) ?? walk.text.count
      unsafe walk.match = match
      return match
    } catch {
      throw unsafe blame(error, walk, &lines)
    }
  }

  /// Names the event in whose line a match failed.
  private func blame(
    _ error: LineScanner.Failure, _ walk: Walk, _ lines: inout OwnerLines
  ) -> LineSearchError {
    do throws(LineSearchError) {
      try corrupt { () throws(CorruptBytes) in
        unsafe try lines.advance(to: error.line, in: walk.text)
      }
      let found = try unsafe found(lines, walk.locale)
      return unsafe .pattern(error.failure, event: found?.event, locale: walk.locale)
    } catch {
      return error
    }
  }

  private func corrupt(_ body: () throws(CorruptBytes) -> Void) throws(LineSearchError) {
    do throws(CorruptBytes) { try body() } catch { throw corrupt(error) }
  }

  private func corrupt(_ error: CorruptBytes) -> LineSearchError {
    .catalogue(.corrupt(path: path, reason: error.description))
  }
}

// MARK: - Owners

extension LineSelection {
  private func found(_ lines: OwnerLines, _ locale: LocaleTag) throws(LineSearchError) -> LineOwner?
  {
    guard let owner = lines.owner else { return nil }
    do throws(CatalogueError) {
      return try lookUp(owner).map {
        LineOwner(event: $0.event, locale: locale, path: $0.path, size: lines.range.count)
      }
    } catch {
      throw .catalogue(error)
    }
  }

  /// How many more lines of an owner may be selected.
  private func budget(for owner: LineOwner) -> Int {
    switch search.limit {
    case .none: .max
    case .event: counts[key(owner)] == nil ? 1 : 0
    case .edition(let limit): max(0, limit - counts[key(owner), default: 0])
    }
  }

  private mutating func count(_ selected: Int, of owner: LineOwner) {
    guard selected > 0, search.limit != .none else { return }
    counts[key(owner), default: 0] += selected
  }

  /// What lines are counted by.
  private func key(_ owner: LineOwner) -> String {
    search.limit == .event ? "\(owner.event)" : "\(owner.event):\(owner.locale)"
  }

  /// Hands over the lines of one owner that are selected, and those around them.
  private mutating func select(
    from lines: inout OwnerLines, of owner: LineOwner, budget: Int, _ walk: inout Walk,
    _ body: Body
  ) throws(LineSearchError) {
    var selected = 0
    // The first line that was not handed over, and that which context after a line ends before.
    var next = 0
    var contextEnd = 0
    var line = 0
    while selected < budget, line < lines.lines.count,
      let index = unsafe try selectedLine(from: line, &lines, &walk)
    {
      while next < min(contextEnd, index) {
        guard unsafe try hand(next, lines, owner, walk, isSelected: false, gap: false, body) else {
          return
        }
        next += 1
      }
      let first = max(next, index - min(search.before, index))
      var hasGap = hasLines && (first > next || next == 0)
      for context in first..<index {
        guard
          unsafe try hand(context, lines, owner, walk, isSelected: false, gap: hasGap, body)
        else { return }
        hasGap = false
      }
      guard unsafe try hand(index, lines, owner, walk, isSelected: true, gap: hasGap, body) else {
        return
      }
      selected += 1
      next = index + 1
      contextEnd = next + min(search.after, lines.lines.count - next)
      line = next
    }
    while next < contextEnd {
      guard unsafe try hand(next, lines, owner, walk, isSelected: false, gap: false, body) else {
        return
      }
      next += 1
    }
    count(selected, of: owner)
  }

  /// The first line to be selected at or after a line of the owner in hand.
  private func selectedLine(
    from line: Int, _ lines: inout OwnerLines, _ walk: inout Walk
  ) throws(LineSearchError) -> Int? {
    var line = line
    while line < lines.lines.count {
      let start = lines.lines[line].range.lowerBound
      let match = unsafe try nextMatch(&walk, from: start, &lines)
      if search.isInverted {
        if match != start { return line }
        line += 1
        continue
      }
      guard match < lines.range.upperBound else { return nil }
      if let index = lines.index(ofLineAt: match, from: line) { return index }
      // A line of another role.
      while line < lines.lines.count, lines.lines[line].range.lowerBound < match { line += 1 }
    }
    return nil
  }

  /// Hands a line over; false where the search is to end.
  private mutating func hand(
    _ index: Int, _ lines: OwnerLines, _ owner: LineOwner, _ walk: Walk, isSelected: Bool,
    gap: Bool, _ body: Body
  ) throws(LineSearchError) -> Bool {
    let line = lines.lines[index]
    let found = FoundLine(
      owner: owner, role: line.role, number: line.number,
      offset: line.range.lowerBound - lines.range.lowerBound, isSelected: isSelected,
      followsGap: gap && (search.before > 0 || search.after > 0))
    hasLines = true
    do throws(MatchFailure) {
      let text = unsafe UnsafeBufferPointer(rebasing: walk.text[line.range])
      if try body(found, unsafe text.span) { return true }
    } catch {
      throw .pattern(error, event: owner.event, locale: owner.locale)
    }
    isStopped = true
    return false
  }
}
