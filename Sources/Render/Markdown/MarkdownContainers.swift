import Markup

/// The quotes and lists that are open: what each line begins with, and where blank lines stand.
struct MarkdownContainers {
  /// A container that is open.
  private struct Frame {
    var kind: Document.Kind
    var node: Int
    /// Whether blocks within it follow one another without a blank line where they can.
    var isTight = false
    /// The block that was written last directly within it.
    var previous: Document.Kind?
    /// The marker of the list written last directly within it: one right behind takes another.
    var previousMarker: UInt8 = 0
    /// A list's own marker, and the number of its next item.
    var marker: UInt8 = 0
    var number = 0
    /// How much of `prefix` was there before.
    var prefixCount = 0
    /// Whether no line was written within it, so that a marker of its own still waits.
    var isUnopened = false
  }

  private var frames = [Frame(kind: .tab, node: -1)]
  /// What continues every open container on a further line.
  private var prefix: [UInt8] = []
  /// What the next line begins with: `prefix`, or markers where containers have just begun.
  private var opening: [UInt8] = []

  private var current: Frame {
    get { frames[frames.count - 1] }
    set { frames[frames.count - 1] = newValue }
  }
}

// MARK: - Lines

extension MarkdownContainers {
  /// Writes one line within what is open.
  mutating func writeLine(_ line: some Collection<UInt8>, to output: inout [UInt8]) {
    let start = output.count
    output.append(contentsOf: opening)
    if line.isEmpty {
      Self.endLine(from: start, in: &output)
    } else {
      output.append(contentsOf: line)
      output.append(0x0A)
    }
    opening = prefix
    // Those that wait are the innermost ones.
    for index in frames.indices.reversed() {
      guard frames[index].isUnopened else { break }
      frames[index].isUnopened = false
    }
  }

  /// Begins a block of the innermost container, behind a blank line if it needs one.
  mutating func separate(
    before kind: Document.Kind, isSafeBehindText: Bool = true, in output: inout [UInt8]
  ) {
    let previous = current.previous
    current.previous = kind
    let needsBlank: Bool
    if let previous {
      needsBlank = !current.isTight || !Self.canFollow(previous, kind, isSafeBehindText)
    } else {
      // The title of an alert is the first line of its first paragraph.
      needsBlank =
        current.kind == .alert && kind != .paragraph
        && !Self.canFollow(.paragraph, kind, isSafeBehindText)
    }
    if needsBlank { writeBlankLine(to: &output) }
  }

  /// Whether one block may follow another on the next line and still be read as itself.
  private static func canFollow(
    _ previous: Document.Kind, _ next: Document.Kind, _ isSafeBehindText: Bool
  ) -> Bool {
    switch (previous, next) {
    case (_, .table), (.table, _), (.paragraph, .paragraph):
      false
    case (.paragraph, .list):
      isSafeBehindText
    case (.list, .paragraph), (.blockQuote, .paragraph), (.alert, .paragraph):
      // The text would go on with their last line.
      false
    case (.blockQuote, .blockQuote), (.blockQuote, .alert), (.alert, .blockQuote),
      (.alert, .alert):
      false
    case (.blockQuote, .list), (.alert, .list), (.list, .list):
      isSafeBehindText
    default:
      true
    }
  }

  private mutating func writeBlankLine(to output: inout [UInt8]) {
    let start = output.count
    output.append(contentsOf: prefix)
    Self.endLine(from: start, in: &output)
  }

  /// Ends a line that has nothing but what containers put there: no blanks at its end.
  private static func endLine(from start: Int, in output: inout [UInt8]) {
    while output.count > start, output.last == 0x20 { output.removeLast() }
    output.append(0x0A)
  }
}

// MARK: - Containers

extension MarkdownContainers {
  /// Begins a quote, an alert or a list.
  mutating func enter(
    _ index: Int, _ node: Document.Node, isSafeBehindText: Bool, in output: inout [UInt8]
  ) {
    let follows = current.previous
    separate(before: node.kind, isSafeBehindText: isSafeBehindText, in: &output)
    var frame = Frame(
      kind: node.kind, node: index, prefixCount: prefix.count, isUnopened: true)
    if node.kind == .list {
      let isOrdered = node.detail & 1 == 1
      frame.isTight = node.detail & 2 == 2
      frame.number = min(max(Int(node.number), 0), 999_999_999)
      frame.marker = marker(isOrdered: isOrdered, isBehindList: follows == .list)
      current.previousMarker = frame.marker
      frames.append(frame)
    } else {
      frames.append(frame)
      prefix.append(contentsOf: "> ".utf8)
      opening.append(contentsOf: "> ".utf8)
      if node.kind == .alert {
        let kind = Document.Alert(rawValue: node.detail) ?? .note
        writeLine("[!\(kind.markdownName)]".utf8, to: &output)
      }
    }
  }

  /// Begins an item of the innermost list; without a list nothing marks it.
  mutating func enterItem(_ index: Int, in output: inout [UInt8]) {
    guard current.kind == .list else { return }
    if current.previous != nil, !current.isTight { writeBlankLine(to: &output) }
    current.previous = .item
    var marker: [UInt8] = []
    if current.marker == UInt8(ascii: ".") || current.marker == UInt8(ascii: ")") {
      marker.append(contentsOf: String(current.number).utf8)
      current.number = min(current.number + 1, 999_999_999)
    }
    marker.append(current.marker)
    marker.append(0x20)
    frames.append(
      Frame(
        kind: .item, node: index, isTight: current.isTight, prefixCount: prefix.count,
        isUnopened: true))
    opening.append(contentsOf: marker)
    prefix.append(contentsOf: repeatElement(0x20, count: marker.count))
  }

  /// Ends a container; one in which nothing was written leaves its bare marker.
  mutating func leave(_ index: Int, in output: inout [UInt8]) {
    guard current.node == index else { return }
    if current.isUnopened, current.kind != .list { writeLine([], to: &output) }
    let frame = frames.removeLast()
    prefix.removeLast(prefix.count - frame.prefixCount)
    opening = prefix
  }

  /// A marker that no other list or item near by has, so that neither lists run together nor three
  /// bullets on a line become a thematic break.
  private func marker(isOrdered: Bool, isBehindList: Bool) -> UInt8 {
    let (usual, other) =
      isOrdered
      ? (UInt8(ascii: "."), UInt8(ascii: ")")) : (UInt8(ascii: "-"), UInt8(ascii: "*"))
    if isBehindList, current.previousMarker == usual { return other }
    let isFirstInItem = current.kind == .item && current.isUnopened && frames.count > 1
    return isFirstInItem && frames[frames.count - 2].marker == usual ? other : usual
  }
}

extension Document.Alert {
  /// The word between the brackets of the alert's first line.
  var markdownName: String {
    switch self {
    case .note: "NOTE"
    case .tip: "TIP"
    case .important: "IMPORTANT"
    case .caution: "CAUTION"
    case .warning: "WARNING"
    }
  }
}
