internal import Catalogue
internal import Diagnostics
internal import Index
internal import Render

/// The coverage as a heat map: a row a source, a column a locale, and in each cell the figures over a
/// strip whose parts are what is there, what lags behind, and what is missing.
///
/// Each has a sign and a pattern besides its colour. Colours are the style's: by the classes `present`,
/// `drifted`, `missing`, `none`, and `share-0` to `share-10` of a cell by tenths of what is there.
struct CoveragePicture {
  private let coverage: Coverage
  private let titles: [String]
  private let words: InterfaceWords

  /// The picture of a coverage; `titles` are those of its sources.
  init(_ coverage: Coverage, titles: [String], words: InterfaceWords) {
    self.coverage = coverage
    self.titles = titles
    self.words = words
  }

  // In units of the picture, which are pixels where there is room.
  private static let cellWidth = 84
  private static let cellHeight = 56
  private static let gap = 4
  private static let headHeight = 28
  private static let stripHeight = 10
  private static let letterWidth = 9
  private static let longestTitle = 24

  /// Inline SVG.
  var bytes: [UInt8] {
    let xml = XMLWriter()
    let labels = titles.map { ShortText.cut($0, to: Self.longestTitle) }
    let start = (labels.map(Self.columns).max() ?? 0) * Self.letterWidth + 2 * Self.gap
    let width = start + coverage.locales.count * (Self.cellWidth + Self.gap)
    let height = Self.headHeight + coverage.sources.count * (Self.cellHeight + Self.gap)
    // Positions are counted from the left in every language.
    let attributes: XMLWriter.Attributes = [
      "xmlns": "http://www.w3.org/2000/svg", "class": "coverage", "role": "img",
      "aria-labelledby": "coverage-title coverage-text", "direction": "ltr",
      "viewBox": "0 0 \(width) \(height)", "width": "\(width)", "height": "\(height)",
    ]
    xml.element("svg", attributes) {
      xml.element("title", ["id": "coverage-title"], words[.coverage])
      // The figures stand in the tables below it.
      xml.element("desc", ["id": "coverage-text"], words[.coverageText])
      Self.appendPatterns(to: xml)
      for (column, locale) in coverage.locales.enumerated() {
        let x = start + column * (Self.cellWidth + Self.gap) + Self.cellWidth / 2
        Self.appendText(locale.text, "column", x: x, y: Self.headHeight - 10, "middle", to: xml)
      }
      for (row, source) in coverage.sources.enumerated() {
        let y = Self.headHeight + row * (Self.cellHeight + Self.gap)
        Self.appendText(
          labels[row], "row", x: start - 2 * Self.gap, y: y + Self.cellHeight / 2 + 5, "end",
          to: xml)
        for (column, cell) in source.cells.enumerated() {
          let x = start + column * (Self.cellWidth + Self.gap)
          append(cell, of: titles[row], x: x, y: y, to: xml)
        }
      }
    }
    return xml.bytes
  }

  private func sentence(for cell: Coverage.Cell, of title: String) -> String {
    words.notice(
      .coverageCell,
      [
        "source": title, "locale": cell.locale.text, "present": String(cell.current),
        "drifted": String(cell.drifted), "missing": String(cell.missing),
      ])
  }

  private func append(
    _ cell: Coverage.Cell, of title: String, x: Int, y: Int, to xml: XMLWriter
  ) {
    let tenths = cell.share.map { Int($0 * 10) }
    let middle = x + Self.cellWidth / 2
    xml.element("g", ["class": "cell \(tenths.map { "share-\($0)" } ?? "none")"]) {
      xml.element("title", [:], sentence(for: cell, of: title))
      xml.element(
        "rect",
        [
          "class": "ground", "x": "\(x)", "y": "\(y)", "width": "\(Self.cellWidth)",
          "height": "\(Self.cellHeight)", "rx": "4",
        ])
      guard tenths != nil else {
        Self.appendText("–", "number", x: middle, y: y + 33, "middle", to: xml)
        return
      }
      Self.appendText("● \(cell.current)", "number", x: middle, y: y + 18, "middle", to: xml)
      let behind = cell.drifted > 0 ? "◐ \(cell.drifted)" : nil
      let missing = cell.missing > 0 ? "○ \(cell.missing)" : nil
      let rest = [behind, missing].compactMap(\.self).joined(separator: "  ")
      if !rest.isEmpty {
        Self.appendText(rest, "number", x: middle, y: y + 35, "middle", to: xml)
      }
      appendStrip(
        cell, x: x + Self.gap, y: y + Self.cellHeight - Self.stripHeight - Self.gap, to: xml)
    }
  }

  /// The strip at the foot of a cell; what there is one of can be seen.
  private func appendStrip(_ cell: Coverage.Cell, x: Int, y: Int, to xml: XMLWriter) {
    let parts = [
      ("present", nil, cell.current), ("drifted", "url(#coverage-drifted)", cell.drifted),
      ("missing", "url(#coverage-missing)", cell.missing),
    ]
    let all = cell.current + cell.drifted + cell.missing
    let room = Self.cellWidth - 2 * Self.gap
    var (sum, from) = (0, 0)
    for (name, pattern, count) in parts where count > 0 {
      sum += count
      let left = all - sum > 0 ? room - 2 : room
      let to = min(max(room * sum / all, from + 2), left)
      let attributes: XMLWriter.Attributes = [
        "class": name, "x": "\(x + from)", "y": "\(y)", "width": "\(max(to - from, 1))",
        "height": "\(Self.stripHeight)",
      ]
      xml.element("rect", attributes)
      if let pattern {
        xml.element(
          "rect",
          [
            "x": "\(x + from)", "y": "\(y)", "width": "\(max(to - from, 1))",
            "height": "\(Self.stripHeight)", "fill": pattern,
          ])
      }
      from = to
    }
  }

  private static func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + DisplayWidth.columns(of: $1.value) }
  }

  /// Stripes and dots, in the colour of text.
  private static func appendPatterns(to xml: XMLWriter) {
    let stripes: XMLWriter.Attributes = [
      "id": "coverage-drifted", "width": "4", "height": "4", "patternUnits": "userSpaceOnUse",
    ]
    let dots: XMLWriter.Attributes = [
      "id": "coverage-missing", "width": "5", "height": "5", "patternUnits": "userSpaceOnUse",
    ]
    xml.element("defs") {
      xml.element("pattern", stripes) {
        xml.element("path", ["d": "M0 4L4 0M-1 1L1 -1M3 5L5 3", "stroke": "currentColor"])
      }
      xml.element("pattern", dots) {
        xml.element("circle", ["cx": "2", "cy": "2", "r": "0.8", "fill": "currentColor"])
      }
    }
  }

  private static func appendText(
    _ text: String, _ name: String, x: Int, y: Int, _ anchor: String, to xml: XMLWriter
  ) {
    xml.element("text", ["class": name, "x": "\(x)", "y": "\(y)", "text-anchor": anchor], text)
  }
}
