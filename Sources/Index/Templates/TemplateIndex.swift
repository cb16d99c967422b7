/// The messages of a catalogue as they lie in its file: a few arrays of numbers that are read as
/// they are.
///
/// Templates are in the order of their events, then of locales.
struct TemplateIndex: Sendable {
  /// What the arrays are numbered as in the table `template_index`.
  enum Part: Int, CaseIterable {
    case locales = 1
    case eventNames, events, templates, items, anchors, holes, holeTexts
  }

  /// A message of one event in one locale.
  struct Template: Sendable {
    /// Where its items begin; they end where those of the next one begin.
    var firstItem: UInt32
    /// The same for its holes.
    var firstHole: UInt32
    var event: UInt32
    /// The locale, and the top bit where the event has a page.
    var localeAndPage: UInt32

    var locale: Int { Int(localeAndPage & 0x7FFF_FFFF) }
    var hasPage: Bool { localeAndPage >> 31 != 0 }
  }

  /// A few words that lead to a message that has them.
  struct Anchor: Sendable {
    /// A hash of the words.
    var key: UInt32
    var template: UInt32
    /// The first of the words, counted from the first item of the template.
    var item: UInt32
  }

  /// The texts around a placeholder, by their number.
  struct Hole: Sendable {
    var before: UInt16
    var after: UInt16
  }

  /// The tags, each followed by a zero byte.
  var locales: [UInt8] = []
  /// Of each event the source and the ID, each followed by a zero byte.
  var eventNames: [UInt8] = []
  /// Where the names of each event begin, and where the last ones end.
  var events: [UInt32] = []
  /// The last one is none: it says where the items and holes of the one before it end.
  var templates: [Template] = []
  /// Words and gaps.
  var items: [UInt16] = []
  /// By key, the most specific first.
  var anchors: [Anchor] = []
  var holes: [Hole] = []
  /// Each followed by a zero byte.
  var holeTexts: [UInt8] = []
}
