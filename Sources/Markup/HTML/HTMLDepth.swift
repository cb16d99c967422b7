/// Keeps HTML within what libxml2 reads well: deeper nesting would end the text without a word, and
/// each attribute of an element is compared with all before it.
package enum HTMLDepth {
  /// How many elements may be open at once; libxml2 ends at 256.
  ///
  /// Those that HTML ends by itself (`p`, `li`, `td`) do not count.
  private static let limit = 80

  /// How many attributes an element keeps; pages have a few.
  private static let attributeLimit = 64

  private static let selfEnding: Set<String> = [
    "p", "li", "dt", "dd", "tr", "td", "th", "option", "optgroup", "thead", "tbody", "tfoot",
    "colgroup", "rt", "rp", "html", "head", "body",
    // Those that have no content.
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input",
    "keygen", "link", "meta", "param", "source", "track", "wbr", "isindex",
  ]
  /// Those whose content is text and no tags.
  private static let opaque: Set<String> = [
    "script", "style", "textarea", "title", "xmp", "noembed", "noframes", "plaintext", "listing",
  ]

  /// The HTML without the start tags that lie too deep and without attributes beyond the limit;
  /// what is between tags stays.
  ///
  /// - Complexity: O(*n*).
  package static func limited(_ html: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var copied = 0
    var open: [String] = []
    /// Those that no end tag follows any more.
    var unclosed: Set<String> = []
    var index = 0
    while let start = html[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = start + 1
      if html[index...].starts(with: "!--".utf8) {
        index = end(of: "-->", in: html, from: index) ?? html.count
        continue
      }
      let isEnd = index < html.count && html[index] == UInt8(ascii: "/")
      if isEnd { index += 1 }
      let nameStart = index
      while index < html.count, isNameByte(html[index]), index - nameStart < 32 { index += 1 }
      guard index > nameStart else { continue }
      let name = String(decoding: html[nameStart..<index], as: UTF8.self).lowercased()
      let (kept, close) = attributes(of: html, from: index)
      let isHolder = !selfEnding.contains(name) && !opaque.contains(name)
      if !isEnd, isHolder, open.count >= limit {
        output.append(contentsOf: html[copied..<start])
        output.append(0x20)
        index = min(close + 1, html.count)
        copied = index
        continue
      }
      if kept < close {
        output.append(contentsOf: html[copied..<kept])
        copied = close
      }
      guard close < html.count else { break }
      index = close + 1
      if selfEnding.contains(name) { continue }
      if isEnd {
        if let match = open.lastIndex(of: name) { open.removeSubrange(match...) }
      } else if opaque.contains(name) {
        guard !unclosed.contains(name) else { continue }
        if let end = end(of: "</\(name)", in: html, from: index) {
          index = end
        } else {
          unclosed.insert(name)
        }
      } else if html[close - 1] != UInt8(ascii: "/") {
        open.append(name)
      }
    }
    guard copied > 0 else { return html }
    output.append(contentsOf: html[copied...])
    return output
  }

  /// Where the attributes that are kept end, and where the tag does: at its `>`, else with the text.
  ///
  /// Quotes count where a value begins, as libxml2 and browsers have it.
  private static func attributes(of html: [UInt8], from start: Int) -> (kept: Int, end: Int) {
    var count = 0
    var kept: Int?
    /// Whether a name may begin, a value may, and whether one without quotes goes on.
    var (isBetween, isValueNext, isInValue) = (true, false, false)
    var index = start
    while index < html.count {
      let byte = html[index]
      switch byte {
      case UInt8(ascii: ">"):
        return (kept ?? index, index)
      case UInt8(ascii: "\"") where isValueNext, UInt8(ascii: "'") where isValueNext:
        index = html[(index + 1)...].firstIndex(of: byte) ?? html.count
        (isBetween, isValueNext) = (true, false)
      case 0x09...0x0D, 0x20:
        isInValue = false
        if !isValueNext { isBetween = true }
      case UInt8(ascii: "=") where !isInValue:
        isValueNext = true
      case UInt8(ascii: "/") where !isInValue && !isValueNext:
        isBetween = true
      default:
        if isValueNext {
          (isInValue, isValueNext) = (true, false)
        } else if isBetween, !isInValue {
          count += 1
          if count > attributeLimit, kept == nil { kept = index }
        }
        isBetween = false
      }
      index += 1
    }
    return (kept ?? html.count, html.count)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): true
    default: byte >= 0x30 && byte <= 0x39
    }
  }

  /// Where the text after the next occurrence begins, letters in any case; nil if there is none.
  private static func end(of mark: String, in html: [UInt8], from start: Int) -> Int? {
    let mark = Array(mark.utf8)
    var index = start
    while index + mark.count <= html.count {
      var length = 0
      while length < mark.count {
        let byte = html[index + length]
        let lowered = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
        guard lowered == mark[length] else { break }
        length += 1
      }
      if length == mark.count { return index + mark.count }
      index += 1
    }
    return nil
  }
}
