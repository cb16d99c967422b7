internal import Catalogue
internal import Markup
internal import Render

/// A section as a page of the site tells it, with those under it.
struct ToldSection {
  /// Its place among the sections of its page.
  let section: Int
  /// Whatever stands under its heading, sub-sections with their headings.
  let piece: Piece
  /// The id of its heading; set when ids are given.
  var id = ""
}

extension ToldSection {
  /// The sections of a group that are told where they stand, some of them taken out.
  ///
  /// What stood under one that was taken out comes up to its place.
  static func sections(
    of group: AnswerOrder.Group, in page: Page, at place: Int, without taken: Set<Int>
  ) -> [ToldSection] {
    var told: [ToldSection] = []
    var start = group.sections.lowerBound
    while start < group.sections.upperBound {
      guard !taken.contains(start) else {
        start += 1
        continue
      }
      var end = start + 1
      let level = page.sections[start].level
      while end < group.sections.upperBound, page.sections[end].level > level { end += 1 }
      if let section = section(start..<end, in: page, at: place, without: taken) {
        told.append(section)
      }
      start = end
    }
    return told
  }

  /// A section with those under it; nil where it says nothing.
  private static func section(
    _ range: Range<Int>, in page: Page, at place: Int, without taken: Set<Int>
  ) -> ToldSection? {
    var nodes: [Range<Int>] = []
    for index in range where !taken.contains(index) {
      let section = page.sections[index]
      if index > range.lowerBound { nodes.append(section.heading) }
      nodes.append(section.body)
    }
    guard nodes.contains(where: { !$0.isEmpty }) else { return nil }
    return ToldSection(section: range.lowerBound, piece: Piece(page: place, nodes: nodes))
  }
}
