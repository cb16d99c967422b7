internal import Catalogue
internal import Markup
internal import Render

/// What goes on the page of a guide or thread: all of it, in its own order.
struct ArticlePlan {
  private(set) var page: ToldPage
  let introduction: Piece
  private(set) var sections: [ToldSection] = []
  /// The replies of a thread, each with the id of its heading.
  private(set) var replies: [(reply: Page.Reply, id: String)] = []

  /// The id of the heading over the replies, which templates write.
  static let repliesID = "replies"

  init(_ page: Page, reserved: ReservedIDs) {
    self.page = ToldPage(page)
    introduction = Piece(
      page: 0, roots: PageOutline.introduction(of: page), in: page.document)
    // A reply takes its section and what stands under that.
    let taken = Set(
      page.sections.indices.filter { index in
        page.replies.contains { reply in
          reply.section == index || reply.nodes.overlaps(page.sections[index].heading)
        }
      })
    for group in AnswerOrder.groups(of: page.sections, in: page.sections.indices) {
      sections += ToldSection.sections(of: group, in: page, at: 0, without: taken)
    }
    var ids = PageIDs(reserved, and: [Self.repliesID])
    for reply in page.replies {
      let id = ids.take("reply-\(reply.number)")
      replies.append((reply, id))
      if page.sections.indices.contains(reply.section) {
        self.page.lead(section: reply.section, to: id)
      }
    }
    self.page.place(introduction.nodes, under: 1, &ids)
    for index in sections.indices {
      let section = sections[index].section
      sections[index].id = ids.take(page.sections[section].anchor)
      self.page.lead(section: section, to: sections[index].id)
      self.page.place(sections[index].piece.nodes, under: 2, &ids)
    }
    for reply in page.replies { self.page.place([reply.nodes], under: 3, &ids) }
  }
}
