internal import Catalogue
internal import Markup
internal import Render

/// What goes on the page of an event, in which order and under which ids; nothing is written yet.
///
/// Made again wherever a link leads to a place on the page, so that both agree.
struct EventPlan {
  let answer: Answer
  /// All pages of the answer; those that are told in full by `told`.
  private(set) var pages: [ToldPage]
  let told: [Int]
  private(set) var introduction: [Piece] = []
  let steps: ToldSteps
  private(set) var states: ToldStates?
  private(set) var sections: [ToldSection] = []
  /// The links that say where else to read, as nodes.
  private(set) var seeAlso: [(page: Int, node: Int)] = []
  /// The message, where a page has it.
  private(set) var message: ToldMessage?

  /// The ids of headings that templates write.
  enum FixedID: String, CaseIterable {
    case steps, states, guides, confused
    case seeAlso = "see-also"
  }

  /// - Parameters:
  ///   - answer: The event with all its pages.
  ///   - reserved: The ids that stand in templates.
  init(_ answer: Answer, reserved: ReservedIDs) {
    self.answer = answer
    pages = answer.allPages.map(ToldPage.init)
    told = Self.told(answer)
    steps = ToldSteps(answer, told: told)
    let isAmongOthers = answer.isMerged
    let outlines = told.map {
      (place: $0, outline: PageOutline(answer.pages[$0], isAmongOthers: isAmongOthers))
    }
    message = ToldMessage.first(of: answer, outlines.map(\.outline), told: told)
    states = told.lazy.compactMap { ToldStates(answer.pages[$0], at: $0) }.first
    for (place, outline) in outlines {
      introduction += introduction(of: place, outline)
      for section in outline.seeAlso {
        for node in answer.pages[place].sections[section].body
        where answer.pages[place].document.nodes[node].kind == .link {
          seeAlso.append((place, node))
        }
      }
    }
    addSections(outlines)
    placeAll(reserved, outlines)
  }

  /// The pages told in full: reference pages, else a guide; other guides and threads have pages of
  /// their own.
  private static func told(_ answer: Answer) -> [Int] {
    let reference = answer.pages.indices.filter { answer.pages[$0].kind == .reference }
    if !reference.isEmpty { return reference }
    return answer.pages.firstIndex { $0.kind == .guide }.map { [$0] } ?? []
  }

  private func introduction(of place: Int, _ outline: PageOutline) -> [Piece] {
    let page = answer.pages[place]
    let document = page.document
    var roots = PageOutline.introduction(of: page).filter { root in
      !(message?.page == place && message?.block == root) && states?.table != root
    }
    if let section = outline.detailsSection {
      roots += document.roots(in: page.sections[section].body).filter {
        $0 != outline.detailsTable
      }
    }
    return roots.isEmpty ? [] : [Piece(page: place, roots: roots, in: document)]
  }

  private mutating func addSections(_ outlines: [(place: Int, outline: PageOutline)]) {
    func add(_ group: AnswerOrder.Group, _ place: Int) {
      var taken = steps.taken[place]
      if let states, states.page == place, let section = states.section { taken.insert(section) }
      sections += ToldSection.sections(
        of: group, in: answer.pages[place], at: place, without: taken)
    }
    if let (place, outline) = outlines.first, outlines.count == 1, !answer.isMerged {
      for group in outline.order.groups { add(group, place) }
      return
    }
    for rank in AnswerOrder.Rank.allCases {
      for (place, outline) in outlines {
        for (group, other) in zip(outline.order.groups, outline.order.ranks) where other == rank {
          add(group, place)
        }
      }
    }
  }

  // MARK: Ids

  private mutating func placeAll(
    _ reserved: ReservedIDs, _ outlines: [(place: Int, outline: PageOutline)]
  ) {
    var ids = PageIDs(reserved, and: FixedID.allCases.map(\.rawValue))
    if var told = states {
      // First, so that `#state-38` is what it says.
      for index in told.rows.indices { told.rows[index].id = ids.take(told.rows[index].wantedID) }
      if let section = told.section {
        pages[told.page].lead(section: section, to: FixedID.states.rawValue)
      }
      states = told
    }
    for place in told {
      for section in steps.taken[place]
      where answer.pages[place].sections[section].role == .userAction {
        let isSubsection = section > 0 && steps.taken[place].contains(section - 1)
        if !isSubsection { pages[place].lead(section: section, to: FixedID.steps.rawValue) }
      }
    }
    for (place, outline) in outlines {
      for section in outline.seeAlso {
        pages[place].lead(section: section, to: FixedID.seeAlso.rawValue)
      }
    }
    for step in steps.steps { if let piece = step.piece { self.place(piece, under: 2, &ids) } }
    for piece in steps.after { place(piece, under: 2, &ids) }
    for piece in introduction { place(piece, under: 2, &ids) }
    if let states {
      place(states.before, under: 2, &ids)
      for row in states.rows { for cell in row.cells { place(cell, of: states.page, &ids) } }
      place(states.after, under: 2, &ids)
    }
    for index in sections.indices {
      let place = sections[index].piece.page
      let section = sections[index].section
      sections[index].id = ids.take(answer.pages[place].sections[section].anchor)
      pages[place].lead(section: section, to: sections[index].id)
      self.place(sections[index].piece, under: 2, &ids)
    }
  }

  private mutating func place(_ piece: Piece, under level: Int, _ ids: inout PageIDs) {
    pages[piece.page].place(piece.nodes, under: level, &ids)
  }

  /// A row may stand for two states, and its cells are written twice: their anchors once.
  private mutating func place(_ cell: Int, of place: Int, _ ids: inout PageIDs) {
    let document = answer.pages[place].document
    for node in document.descendants(of: cell)
    where document.nodes[node].kind == .anchor || document.nodes[node].kind == .heading {
      pages[place].lead(
        document.string(document.nodes[node].attribute), to: FixedID.states.rawValue)
    }
  }

  /// The id of what a fragment names on one of the pages, on the first of them that has it.
  func id(ofFragment fragment: String) -> String? {
    told.lazy.compactMap { pages[$0].id(ofFragment: fragment) }.first
  }
}
