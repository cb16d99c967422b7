/// What the names of HTML elements mean to an article.
enum HTMLKind {
  /// Whether an element begins and ends a block of its own.
  static func isBlock(_ name: String) -> Bool { blocks.contains(name) }

  /// Whether nothing of an element was ever meant to be read.
  static func isUnseen(_ name: String) -> Bool { unseen.contains(name) }

  /// Whether nothing of an element is meant to be read unless its end is missing, so that what
  /// follows has come into it.
  static func isMostlyUnseen(_ name: String) -> Bool { mostlyUnseen.contains(name) }

  /// Whether an element only holds other blocks, so that a smaller one may be the article.
  static func isContainer(_ name: String) -> Bool { containers.contains(name) }

  /// The level of a heading's element.
  static func headingLevel(_ name: String) -> UInt8? {
    let bytes = Array(name.utf8)
    guard bytes.count == 2, bytes[0] == UInt8(ascii: "h"), (0x31...0x36).contains(bytes[1]) else {
      return nil
    }
    return bytes[1] - 0x30
  }

  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "listing",
    "main", "menu", "nav", "ol", "p", "plaintext", "pre", "search", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp",
  ]
  private static let unseen: Set<String> = [
    "area", "base", "datalist", "embed", "frame", "frameset", "head", "iframe", "input", "link",
    "meta", "noembed", "noframes", "optgroup", "option", "param", "progress", "script", "source",
    "style", "template", "textarea", "title", "track",
  ]
  private static let mostlyUnseen: Set<String> = [
    "applet", "audio", "button", "canvas", "map", "math", "meter", "noscript", "object", "output",
    "select", "svg", "video",
  ]
  private static let containers: Set<String> = [
    "body", "center", "div", "fieldset", "font", "form", "html", "main", "section", "article",
    "span", "table", "tbody", "td", "tr", "b", "noindex",
  ]
}
