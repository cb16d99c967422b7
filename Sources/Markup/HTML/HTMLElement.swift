/// The HTML elements that a page may hold, and what becomes of each.
///
/// The names are those of the HTML Living Standard, the obsolete ones among them, and `token`, the
/// wrapper that old Docs builds left around their moniker fragments. Any other name between angle
/// brackets is a placeholder and stays text.
enum HTMLElement {
  /// What is done with an element.
  enum Treatment {
    /// The tags go, what is between them stays.
    case unwrap
    /// It begins and ends a block of its own.
    case block
    /// It goes with all that is in it, and the writer is told.
    case remove
    /// It goes with all that is in it, without a word: it was never shown.
    case hide
    case emphasis, strong, code, superscript, `subscript`
    case anchor, image, lineBreak, rule
    case heading(UInt8)
    case preformatted, quote
    case list(isOrdered: Bool)
    case item
    case table, row, cell, headerCell
  }

  /// Whether a name, in any case, is an element's.
  static func isKnown(_ name: ArraySlice<UInt8>) -> Bool {
    treatments[String(decoding: name, as: UTF8.self).lowercased()] != nil
  }

  /// What is done with an element of this lower-case name; nil if there is none such.
  static func treatment(of name: String) -> Treatment? { treatments[name] }

  /// Whether writers use the name of this element as a placeholder too: `ALTER TABLE <table>`.
  ///
  /// Without attributes and without its end tag it is read as one. Elements whose content a browser
  /// would not show as text are none of these.
  static func isAlsoPlaceholder(_ name: ArraySlice<UInt8>) -> Bool {
    alsoPlaceholders.contains(String(decoding: name, as: UTF8.self).lowercased())
  }

  private static let alsoPlaceholders: Set<String> = [
    "area", "base", "data", "dir", "header", "input", "label", "link", "map", "mark", "menu",
    "object", "option", "output", "param", "search", "section", "select", "slot", "source",
    "table", "template", "time", "title", "track",
  ]

  private static let treatments: [String: Treatment] = {
    var table: [String: Treatment] = [
      "em": .emphasis, "i": .emphasis, "var": .emphasis, "cite": .emphasis, "dfn": .emphasis,
      "strong": .strong, "b": .strong,
      "code": .code, "kbd": .code, "samp": .code, "tt": .code,
      "sup": .superscript, "sub": .subscript,
      "a": .anchor, "img": .image, "br": .lineBreak, "hr": .rule,
      "h1": .heading(1), "h2": .heading(2), "h3": .heading(3), "h4": .heading(4),
      "h5": .heading(5), "h6": .heading(6),
      "pre": .preformatted, "listing": .preformatted, "xmp": .preformatted, "blockquote": .quote,
      "ul": .list(isOrdered: false), "ol": .list(isOrdered: true), "menu": .list(isOrdered: false),
      "dir": .list(isOrdered: false), "li": .item,
      "table": .table, "tr": .row, "td": .cell, "th": .headerCell,
      // libxml2 makes a head of scripts at the start of a block.
      "head": .unwrap, "title": .hide, "template": .hide, "noscript": .unwrap,
    ]
    let blocks = [
      "address", "article", "aside", "body", "caption", "center", "dd", "details", "div", "dl",
      "dt", "fieldset", "figcaption", "figure", "footer", "header", "html", "legend", "main", "nav",
      "p", "search", "section", "summary", "hgroup",
    ]
    let wrappers = [
      "abbr", "acronym", "bdi", "bdo", "big", "col", "colgroup", "data", "del", "font", "ins",
      "label", "mark", "nobr", "q", "rb", "rp", "rt", "rtc", "ruby", "s", "small", "span", "strike",
      "tbody", "tfoot", "thead", "time", "token", "u", "wbr", "map", "area", "picture", "source",
    ]
    let removed = [
      "applet", "audio", "base", "basefont", "bgsound", "button", "canvas", "datalist", "dialog",
      "embed", "form", "frame", "frameset", "iframe", "input", "link", "marquee", "math", "meta",
      "meter", "noembed", "noframes", "object", "optgroup", "option", "output", "param",
      "plaintext",
      "progress", "script", "select", "slot", "style", "svg", "textarea", "track", "video",
    ]
    for name in blocks { table[name] = .block }
    for name in wrappers { table[name] = .unwrap }
    for name in removed { table[name] = .remove }
    return table
  }()
}
