import Markup

/// Writes the inline nodes of one block: text, spans, links and breaks.
///
/// Blanks at either end of a line mean nothing in any rendering and are dropped, breaks at either
/// end of the block too. Emphasis is put in with provisional stars; when the block is whole
/// `resolveEmphasis()` sees the characters around them and settles how each is written.
struct MarkdownInlines {
  /// What the block is to its inline nodes.
  enum Form {
    case paragraph, heading, cell
  }

  /// What has been written of the block.
  private(set) var bytes: [UInt8] = []
  private var form = Form.paragraph
  private var emphases = MarkdownEmphases()
  /// How many links and images are open; brackets in them are escaped.
  private var labels = 0
  private var links = 0
  /// Whether anything but tags was written; a break before it is dropped.
  private var hasContent = false
  /// Whether nothing was written since the block or the line began.
  private var startsLine = true
  private var hasSoftBreak = false
  private var hardBreaks = 0
  /// Where a code span ended last: another right behind it would join its fence.
  private var codeEnd = -1

  /// Begins a block.
  mutating func begin(_ form: Form) {
    self = MarkdownInlines()
    self.form = form
  }

  /// Ends the block and returns its Markdown, lines ended by `\n` and the last one open.
  mutating func finish() -> [UInt8] {
    trimBlanks()
    return emphases.resolved(bytes)
  }
}

// MARK: - Leaves

extension MarkdownInlines {
  /// Writes a run of text.
  mutating func text(_ run: ArraySlice<UInt8>) {
    var run = run
    if run.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
      run = run.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }[...]
    }
    if startsLine || hasSoftBreak || hardBreaks > 0 { run = run.drop(while: Self.isBlank) }
    guard !run.isEmpty else { return }
    writeBreaks()
    let place = MarkdownEscaping.Place(
      startsLine: startsLine && form == .paragraph, isInLabel: labels > 0,
      isInHeading: form == .heading)
    MarkdownEscaping.appendText(run, at: place, to: &bytes)
    hasContent = true
    startsLine = false
  }

  /// Writes code within its line; a fence of backticks longer than any in it stands around it.
  mutating func code(_ code: ArraySlice<UInt8>) {
    guard let first = code.first, let last = code.last else { return }
    begin()
    let tick = UInt8(ascii: "`")
    // Nothing else parts two code spans: a comment is the least that every reader drops.
    if codeEnd == bytes.count { bytes.append(contentsOf: "<!-- -->".utf8) }
    let fence = [UInt8](
      repeating: tick, count: MarkdownEscaping.longestRun(of: tick, in: code) + 1)
    let losesBlanks = first == 0x20 && last == 0x20 && code.contains { $0 != 0x20 }
    let isPadded = first == tick || last == tick || losesBlanks
    bytes.append(contentsOf: fence)
    if isPadded { bytes.append(0x20) }
    for byte in code { bytes.append(byte == 0x0A || byte == 0x0D ? 0x20 : byte) }
    if isPadded { bytes.append(0x20) }
    bytes.append(contentsOf: fence)
    codeEnd = bytes.count
  }

  /// Writes a target of links.
  mutating func anchor(_ name: ArraySlice<UInt8>) {
    begin()
    Self.appendAnchor(name, to: &bytes)
  }

  /// Notes a break; it is written when something follows.
  mutating func softBreak() {
    if hasContent { hasSoftBreak = true }
  }

  /// Notes a hard break; it is written when something follows.
  mutating func hardBreak() {
    if hasContent { hardBreaks += 1 }
  }

  /// Parts two blocks in a cell, where no line can end.
  mutating func parting() {
    if hasContent { hardBreaks = max(hardBreaks, 1) }
  }

  /// Appends `<a name="…"></a>`.
  static func appendAnchor(_ name: ArraySlice<UInt8>, to output: inout [UInt8]) {
    output.append(contentsOf: "<a name=\"".utf8)
    HTMLEscaping.appendAttribute(name, to: &output)
    output.append(contentsOf: "\"></a>".utf8)
  }
}

// MARK: - Spans

extension MarkdownInlines {
  /// Begins emphasis or strong emphasis.
  mutating func openEmphasis(isStrong: Bool) {
    writeBreaks()
    emphases.open(isStrong: isStrong, in: &bytes)
    startsLine = false
  }

  /// Ends the emphasis begun last.
  mutating func closeEmphasis() { emphases.close(in: &bytes) }

  /// Writes a tag that Markdown has no mark for.
  mutating func tag(_ name: StaticString, isClosing: Bool) {
    if !isClosing { writeBreaks() }
    bytes.append(contentsOf: (isClosing ? "</\(name)>" : "<\(name)>").utf8)
    startsLine = false
  }

  /// Begins a link; within another one only its text is written.
  mutating func openLink() {
    links += 1
    if links == 1 { openLabel() }
  }

  /// Ends a link.
  mutating func closeLink(_ target: ArraySlice<UInt8>) {
    links -= 1
    if links == 0 { closeLabel(target) }
  }

  /// Begins an image, whose alternative text follows.
  mutating func openImage() {
    begin()
    bytes.append(UInt8(ascii: "!"))
    labels += 1
    bytes.append(UInt8(ascii: "["))
  }

  /// Ends an image.
  mutating func closeImage(_ source: ArraySlice<UInt8>) { closeLabel(source) }

  private mutating func openLabel() {
    begin()
    // Behind an exclamation mark a link would be an image.
    if bytes.last == UInt8(ascii: "!") { bytes.insert(UInt8(ascii: "\\"), at: bytes.count - 1) }
    labels += 1
    bytes.append(UInt8(ascii: "["))
  }

  private mutating func closeLabel(_ target: ArraySlice<UInt8>) {
    labels -= 1
    bytes.append(contentsOf: "](".utf8)
    MarkdownEscaping.appendDestination(target, to: &bytes)
    bytes.append(UInt8(ascii: ")"))
  }
}

// MARK: - Lines

extension MarkdownInlines {
  /// Makes ready for something that shows.
  private mutating func begin() {
    writeBreaks()
    hasContent = true
    startsLine = false
  }

  private mutating func writeBreaks() {
    guard hasSoftBreak || hardBreaks > 0 else { return }
    trimBlanks()
    if form == .paragraph {
      for _ in 0..<hardBreaks { bytes.append(contentsOf: "\\\n".utf8) }
      if hardBreaks == 0 { bytes.append(0x0A) }
    } else {
      for _ in 0..<hardBreaks { bytes.append(contentsOf: "<br>".utf8) }
      if hardBreaks == 0 { bytes.append(0x20) }
    }
    hasSoftBreak = false
    hardBreaks = 0
    startsLine = true
  }

  private mutating func trimBlanks() {
    while let last = bytes.last, Self.isBlank(last) { bytes.removeLast() }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte >= 0x09 && byte <= 0x0D
  }
}
