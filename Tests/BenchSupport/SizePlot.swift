internal import Glibc

/// A plot of time and memory against pages, as an SVG file that is read in light and dark.
///
/// Three panels beside each other, both scales logarithmic, so that what grows in proportion is a
/// straight line along the dotted one.
package struct SizePlot: Sendable {
  private let samples: [SizeSample]
  private let title: String

  package init(_ samples: [SizeSample], title: String) {
    self.samples = samples.sorted { $0.pages < $1.pages }
    self.title = title
  }

  /// One panel: what is measured, its unit, and its lines.
  private struct Panel {
    var title: String
    var unit: String
    var lines: [Line]
    /// Whether a dotted line shows what grows in proportion.
    var hasGuide = true
  }

  private struct Line {
    var name: String
    var style: String
    var points: [(pages: Double, value: Double)]
  }

  private static let size = (width: 860.0, height: 340.0)
  /// The area of a panel's plot.
  private static let area = (width: 206.0, height: 200.0, top: 78.0, first: 66.0, step: 280.0)

  /// The file.
  package var svg: String {
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 860 340" width="860" height="340" \
      role="img" aria-labelledby="title description" font-family="sans-serif" font-size="13">
      <title id="title">\(Self.escaped(title))</title>
      <desc id="description">\(Self.escaped(description))</desc>
      <style>
      text { fill: #24292f } .grid { stroke: #d0d7de } .guide { stroke: #6e7781; stroke-dasharray: 2 4 }
      .line { fill: none; stroke-width: 2.5 } .a { stroke: #0550ae } .b { stroke: #9a3b00; stroke-dasharray: 7 4 }
      .dot.a { fill: #0550ae } .dot.b { fill: #9a3b00 }
      @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3 } .grid { stroke: #3d444d } .guide { stroke: #9198a1 }
      .a { stroke: #79c0ff } .b { stroke: #ffa657 } .dot.a { fill: #79c0ff } .dot.b { fill: #ffa657 }
      }
      </style>
      <text x="20" y="26" font-size="17" font-weight="bold">\(Self.escaped(title))</text>

      """
    for (index, panel) in panels.enumerated() { text += drawn(panel, at: index) }
    return text + "</svg>\n"
  }

  /// The same in words, for those who do not see it.
  private var description: String {
    samples.map { sample in
      "\(Figure.grouped(sample.pages)) pages: built in \(Figure.time(sample.build.seconds)) with "
        + "\(Figure.megabytes(sample.build.peak)), show in \(Figure.time(sample.show))"
    }.joined(separator: "; ")
  }

  private var panels: [Panel] {
    func points(_ value: (SizeSample) -> Double?) -> [(pages: Double, value: Double)] {
      samples.compactMap { sample in
        value(sample).map { (pages: Double(sample.pages), value: max($0, 1e-9)) }
      }
    }
    return [
      Panel(
        title: "Build", unit: "seconds",
        lines: [
          Line(name: "catalogue", style: "a", points: points { $0.build.seconds }),
          Line(name: "site and man", style: "b", points: points { $0.site?.seconds }),
        ]),
      Panel(
        title: "Memory at the peak", unit: "MB",
        lines: [
          Line(name: "catalogue", style: "a", points: points { Double($0.build.peak) / 1e6 }),
          Line(
            name: "site and man", style: "b",
            points: points { $0.site.map { Double($0.peak) / 1e6 } }),
        ]),
      Panel(
        title: "One show", unit: "ms",
        lines: [Line(name: "show", style: "a", points: points { $0.show * 1e3 })], hasGuide: false),
    ]
  }

  // MARK: - A panel

  private func drawn(_ panel: Panel, at index: Int) -> String {
    let lines = panel.lines.filter { !$0.points.isEmpty }
    let values = lines.flatMap(\.points)
    guard !values.isEmpty else { return "" }
    let across = Decades(values.map(\.pages))
    let up = Decades(values.map(\.value))
    let left = Self.area.first + Double(index) * Self.area.step
    let (top, bottom) = (Self.area.top, Self.area.top + Self.area.height)
    func x(_ pages: Double) -> Double { left + across.place(of: pages) * Self.area.width }
    func y(_ value: Double) -> Double { bottom - up.place(of: value) * Self.area.height }

    var text = "<g>\n"
    text += Self.text(
      panel.title + " (" + panel.unit + ")", left - 46, top - 26, weight: "bold")
    for value in up.marks {
      text += Self.stroke("grid", (left, y(value)), (left + Self.area.width, y(value)))
      text += Self.text(Self.mark(value), left - 6, y(value) + 4, anchor: "end")
    }
    for pages in across.marks {
      text += Self.stroke("grid", (x(pages), top), (x(pages), bottom))
      text += Self.text(Self.mark(pages), x(pages), bottom + 18, anchor: "middle")
    }
    text += Self.text("pages", left + Self.area.width / 2, bottom + 38, anchor: "middle")
    if panel.hasGuide, let line = lines.first, let last = line.points.last,
      let first = line.points.first
    {
      // What would come of it in proportion to the largest, as far as the panel goes.
      let start = max(first.pages, last.pages * up.lowest / last.value)
      text += Self.stroke(
        "guide", (x(start), y(last.value * start / last.pages)), (x(last.pages), y(last.value)))
    }
    for (number, line) in lines.enumerated() {
      let points = line.points.map {
        "\(Self.coordinate(x($0.pages))),\(Self.coordinate(y($0.value)))"
      }
      text +=
        "<polyline class=\"line \(line.style)\" points=\"\(points.joined(separator: " "))\"/>\n"
      for point in line.points {
        text +=
          "<circle class=\"dot \(line.style)\" cx=\"\(Self.coordinate(x(point.pages)))\" "
          + "cy=\"\(Self.coordinate(y(point.value)))\" r=\"3\"/>\n"
      }
      guard lines.count > 1 else { continue }
      let row = bottom + 55
      let column = left - 30 + Double(number) * 116
      text +=
        "<path class=\"line \(line.style)\" d=\"M\(Self.coordinate(column)) "
        + "\(Self.coordinate(row - 4)) h 20\"/>\n"
      text += Self.text(line.name, column + 26, row)
    }
    return text + "</g>\n"
  }

  private static func text(
    _ words: String, _ x: Double, _ y: Double, anchor: String = "start", weight: String = "normal"
  ) -> String {
    "<text x=\"\(coordinate(x))\" y=\"\(coordinate(y))\" text-anchor=\"\(anchor)\" "
      + "font-weight=\"\(weight)\">\(escaped(words))</text>\n"
  }

  private static func stroke(
    _ style: String, _ from: (x: Double, y: Double), _ to: (x: Double, y: Double)
  ) -> String {
    "<line class=\"\(style)\" x1=\"\(coordinate(from.x))\" y1=\"\(coordinate(from.y))\" "
      + "x2=\"\(coordinate(to.x))\" y2=\"\(coordinate(to.y))\"/>\n"
  }

  private static func coordinate(_ value: Double) -> String { Figure.fixed(value, 1) }

  /// A power of ten as an axis names it: `0.1`, `100`, `10k`, `1M`.
  private static func mark(_ value: Double) -> String {
    if value >= 999_999 { return "\(Int((value / 1e6).rounded()))M" }
    if value >= 9_999 { return "\(Int((value / 1e3).rounded()))k" }
    if value >= 0.99 { return "\(Int(value.rounded()))" }
    return Figure.fixed(value, value > 0.09 ? 1 : value > 0.009 ? 2 : 3)
  }

  /// Text as XML has it.
  package static func escaped(_ text: String) -> String {
    var output = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "\t", "\n": output.unicodeScalars.append(character)
      case _ where character.value < 0x20 || character.value == 0xFFFE || character.value == 0xFFFF:
        // XML has no way to write these.
        output += "\u{FFFD}"
      default: output.unicodeScalars.append(character)
      }
    }
    return output
  }
}

/// A logarithmic scale from one power of ten to another.
private struct Decades {
  private let first: Int
  private let last: Int

  init(_ values: [Double]) {
    var (low, high) = (0, 0)
    let (least, most) = (values.min() ?? 1, values.max() ?? 1)
    while Self.power(low) > least { low -= 1 }
    while Self.power(low + 1) <= least { low += 1 }
    high = low + 1
    while Self.power(high) < most { high += 1 }
    (first, last) = (low, high)
  }

  var lowest: Double { Self.power(first) }

  /// The powers of ten that stand beside the axis.
  var marks: [Double] { (first...last).map(Self.power) }

  /// Where a value stands, from 0 to 1.
  func place(of value: Double) -> Double {
    (Self.logarithm(value) - Double(first)) / Double(last - first)
  }

  private static func power(_ exponent: Int) -> Double {
    var value = 1.0
    for _ in 0..<abs(exponent) { value *= 10 }
    return exponent < 0 ? 1 / value : value
  }

  private static func logarithm(_ value: Double) -> Double { log10(value) }
}
