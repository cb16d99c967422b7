internal import Mustache
internal import Synchronization

/// Makes pages of templates, and remembers what it made of pages of one shape.
///
/// Most pages differ from others in their texts alone, and Mustache takes most of the time that a page
/// takes. So when a shape comes for the second time, Mustache makes a page of marks, which is cut where
/// they stand; from then on a page is its texts between the pieces. Where marks do not come out as they
/// went in, or other marks give other pieces, a page is more than that, and Mustache makes it each time.
final class PageMaker: Sendable {
  private let library: MustacheLibrary
  private let isPlain: Bool
  private let known = Mutex(Known())

  /// A maker of pages of some templates; a plain one leaves all to Mustache.
  init(_ library: MustacheLibrary, isPlain: Bool = false) {
    self.library = library
    self.isPlain = isPlain
  }

  /// What is known of pages of a shape.
  enum Knowledge {
    /// One has been made.
    case seen
    case cut(CutPage)
    /// Pages of it are more than texts between pieces.
    case isUncut
  }

  /// The shapes of late, in two generations: the older goes when the younger one is full.
  private struct Known {
    var young: [PageShape: Knowledge] = [:]
    var old: [PageShape: Knowledge] = [:]
    private var size = 0

    mutating func add(_ knowledge: Knowledge, of shape: PageShape) {
      young[shape] = knowledge
      size += shape.size
      if case .cut(let page) = knowledge { size += page.size }
      guard size > Self.mostBytes else { return }
      old = young
      young = [:]
      size = 0
    }

    private static let mostBytes = 8 << 20
  }

  /// A page with more texts than this is one of few: a list of all events, say.
  private static let mostLeaves = 2000

  /// A page; empty where there is no template of that name.
  func page(_ template: String, _ values: PageValues) -> [UInt8] {
    guard !isPlain else { return plainPage(template, values) }
    let (shape, leaves) = PageShape.of(values, template)
    guard leaves.count <= Self.mostLeaves else { return plainPage(template, values) }
    switch knowledge(of: shape) {
    case .cut(let page):
      return page.filled(leaves, values.shared)
    case .isUncut:
      break
    case .seen:
      guard let page = cut(template, values, leaves: leaves.count) else {
        learn(.isUncut, of: shape)
        break
      }
      learn(.cut(page), of: shape)
      return page.filled(leaves, values.shared)
    case nil:
      learn(.seen, of: shape)
    }
    return plainPage(template, values)
  }

  /// A page as Mustache alone makes it.
  func plainPage(_ template: String, _ values: PageValues) -> [UInt8] {
    Array((library.render(values, withTemplate: template) ?? "").utf8)
  }

  /// What a template makes of pages that differ from one in their texts alone; nil where it does not
  /// leave them as they are.
  private func cut(_ template: String, _ values: PageValues, leaves: Int) -> CutPage? {
    var found: CutPage?
    for marks in TextMarks.kinds {
      var number = 0
      func mark() -> String {
        defer { number += 1 }
        return marks.mark(number)
      }
      let marked = PageValues(
        own: values.own.replacingTexts(mark), shared: values.shared.replacingTexts(mark))
      guard let cut = marks.cut(plainPage(template, marked)),
        cut.takes(leaves + values.shared.leaves.count), found == nil || found == cut
      else { return nil }
      found = cut
    }
    return found
  }

  /// What is known of pages of a shape; nil where none has come of late.
  func knowledge(of shape: PageShape) -> Knowledge? {
    known.withLock { known in
      if let knowledge = known.young[shape] { return knowledge }
      guard let knowledge = known.old.removeValue(forKey: shape) else { return nil }
      known.add(knowledge, of: shape)
      return knowledge
    }
  }

  private func learn(_ knowledge: Knowledge, of shape: PageShape) {
    known.withLock { $0.add(knowledge, of: shape) }
  }
}
