internal import Catalogue
internal import Markup

/// What to do, step by step, and where each step comes from.
struct ToldSteps {
  /// One thing to try.
  struct Step {
    /// What it says, unless only a person's words do.
    let piece: Piece?
    /// The words of a reply that is the step.
    var words: String?
    /// Code that is shown with it, where its own words have none.
    var code: [String] = []
    /// Code that others give for it, by the supports that it stands on.
    var otherCode: [[String]] = []
    /// Everything it stands on, the words shown first; empty where one page tells all.
    var supports: [MergedFix.Support] = []

    /// The place of its page among those of the answer.
    let page: Int
  }

  private(set) var steps: [Step] = []
  /// What stands with them on the pages and is none of them.
  private(set) var after: [Piece] = []
  /// For each page of the answer the sections that became steps.
  private(set) var taken: [Set<Int>]

  /// The steps of an answer whose pages `told` are told in full.
  init(_ answer: Answer, told: [Int]) {
    let pages = answer.allPages
    taken = Array(repeating: [], count: pages.count)
    if answer.isMerged {
      for fix in answer.fixes { steps.append(Self.step(fix, of: pages)) }
      for place in told where !steps.isEmpty { addRest(of: pages[place], at: place) }
    } else {
      for place in told { addSteps(of: pages[place], at: place) }
    }
  }

  // MARK: From several pages

  private static func step(_ fix: MergedFix, of pages: [Page]) -> Step {
    let leader = fix.leader
    var step: Step
    switch leader.place {
    case .fix(let index):
      let page = pages[leader.page]
      let piece = Piece(page: leader.page, nodes: [page.fixes[index].content(in: page.document)])
      step = Step(piece: piece, page: leader.page)
    case .reply:
      step = Step(piece: nil, words: leader.text, page: leader.page)
    }
    step.supports = fix.supports
    step.otherCode = fix.supports.indices.map { support in
      support == 0 ? [] : fix.code.filter { $0.support == support }.map(\.text)
    }
    // One way to do it is to be at hand, not all of them.
    if leader.code.isEmpty, let first = step.otherCode.firstIndex(where: { !$0.isEmpty }) {
      step.code = step.otherCode[first]
      step.otherCode[first] = []
    }
    return step
  }

  /// Takes what stands beside the fixes in the sections that they come from: notes, tables.
  private mutating func addRest(of page: Page, at place: Int) {
    let document = page.document
    for block in Self.blocks(of: page) {
      taken[place].formUnion(block)
      for index in block {
        let roots = Array(document.roots(in: page.sections[index].body))
        let rest = roots.enumerated().filter { position, root in
          let nodes = root..<Int(document.nodes[root].end)
          if page.fixes.contains(where: { $0.nodes.overlaps(nodes) }) { return false }
          // What announces a list of fixes has nothing to announce any more.
          return !Self.announces(position, of: roots, in: document)
        }
        let piece = Piece(page: place, roots: rest.map(\.element), in: document)
        if !piece.isEmpty { after.append(piece) }
      }
    }
  }

  private static func announces(_ position: Int, of roots: [Int], in document: Document) -> Bool {
    position + 1 < roots.count && document.nodes[roots[position]].kind == .paragraph
      && document.nodes[roots[position + 1]].kind == .list
  }

  // MARK: From one page

  /// Takes the fixes of a page, and with each what stands around it, in the order of the page.
  private mutating func addSteps(of page: Page, at place: Int) {
    for (number, block) in Self.blocks(of: page).enumerated() {
      taken[place].formUnion(block)
      // The heading of the first is that of the steps.
      let heading = page.sections[block.lowerBound].heading
      var lead = number == 0 ? [] : [heading]
      var index = block.lowerBound
      while index < block.upperBound {
        let section = page.sections[index]
        let fix = page.fixes.first { $0.nodes.lowerBound == section.heading.lowerBound }
        if let fix {
          add(lead + [fix.content(in: page.document)], at: place)
          lead = []
          index += 1
          while index < block.upperBound,
            page.sections[index].heading.lowerBound < fix.nodes.upperBound
          {
            index += 1
          }
        } else {
          if index > block.lowerBound { lead.append(section.heading) }
          addBlocks(of: index, of: page, at: place, &lead)
          index += 1
        }
      }
      attach(lead, at: place)
    }
  }

  /// Takes the fixes directly under a heading; `lead` is what goes before the next one.
  private mutating func addBlocks(
    of index: Int, of page: Page, at place: Int, _ lead: inout [Range<Int>]
  ) {
    let document = page.document
    let roots = Array(document.roots(in: page.sections[index].body))
    var done = 0
    var hasStep = false
    for (position, root) in roots.enumerated() {
      let nodes = root..<Int(document.nodes[root].end)
      let fixes = page.fixes.filter { $0.nodes.overlaps(nodes) && $0.nodes.upperBound > done }
      guard fixes.isEmpty else {
        for fix in fixes {
          add(lead + [fix.content(in: document)], at: place)
          lead = []
          done = fix.nodes.upperBound
        }
        hasStep = true
        continue
      }
      // Within what was taken: code that goes with a fix.
      if nodes.upperBound <= done { continue }
      // A list of nothing to do is nothing.
      if document.nodes[root].kind == .list { continue }
      if !hasStep || Self.announces(position, of: roots, in: document) {
        lead.append(nodes)
      } else {
        attach([nodes], at: place)
      }
    }
  }

  private mutating func add(_ nodes: [Range<Int>], at place: Int) {
    steps.append(Step(piece: Piece(page: place, nodes: nodes), page: place))
  }

  /// Lets nodes follow the last step.
  private mutating func attach(_ nodes: [Range<Int>], at place: Int) {
    guard !nodes.isEmpty else { return }
    guard let last = steps.last, let piece = last.piece, piece.page == place else {
      after.append(Piece(page: place, nodes: nodes))
      return
    }
    steps[steps.count - 1] = Step(
      piece: Piece(page: place, nodes: piece.nodes + nodes), page: place)
  }

  /// The sections on what to do, each with those under it, as far as there are fixes in them.
  private static func blocks(of page: Page) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var index = 0
    while index < page.sections.count {
      let section = page.sections[index]
      guard section.role == .userAction else {
        index += 1
        continue
      }
      var end = index + 1
      while end < page.sections.count, page.sections[end].level > section.level,
        page.sections[end].role == .userAction
      {
        end += 1
      }
      let block = index..<end
      if page.fixes.contains(where: { $0.section.map(block.contains) ?? false }) {
        blocks.append(block)
      }
      index = end
    }
    return blocks
  }
}
