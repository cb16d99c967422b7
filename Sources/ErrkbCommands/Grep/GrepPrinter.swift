internal import Catalogue
internal import Diagnostics
internal import Index

/// Writes what `grep` finds, as lines.
struct GrepPrinter {
  private let report: GrepRequest.Report
  private let tellsLines: Bool
  private let isInverted: Bool
  private let pattern: LinePattern
  private let isColored: Bool
  /// Whether a terminal reads: then what would act on it is shown.
  private let isTerminal: Bool
  /// What has been written and not yet been taken.
  var bytes: [UInt8] = []

  /// How many lines were selected, by what is counted, in the order in which it was come upon.
  private var counts: [(prefix: [UInt8], count: Int)] = []
  private var countIndices: [[UInt8]: Int] = [:]
  /// The name and locale of an owner, which most often is that of the line before.
  private var owner: LineOwner?
  private var countIndex = 0
  private var event: [UInt8] = []
  private var locale: [UInt8] = []

  init(
    _ request: GrepRequest, _ pattern: LinePattern, isColored: Bool, isTerminal: Bool
  ) {
    report = request.report
    tellsLines = request.tellsLines
    isInverted = request.isInverted
    self.pattern = pattern
    self.isColored = isColored
    self.isTerminal = isTerminal
  }

  /// Writes a line as the report has it.
  mutating func append(_ line: FoundLine, _ text: Span<UInt8>) throws(MatchFailure) {
    if line.owner !== owner { begin(line.owner) }
    switch report {
    case .nothing, .json: break
    case .events:
      append(event, .prefix)
      bytes.append(0x0A)
    case .counts: counts[countIndex].count += 1
    case .matches:
      guard !isInverted else { return }
      for match in try pattern.matches(in: text) where !match.isEmpty {
        appendPrefix(line)
        append(text, match, .match)
        bytes.append(0x0A)
      }
    case .lines:
      if line.followsGap { bytes += "--\n".utf8 }
      appendPrefix(line)
      try appendLine(text, marksMatches: isColored && line.isSelected != isInverted)
      bytes.append(0x0A)
    }
  }

  /// Writes what can be told only at the end.
  mutating func finish() {
    for (prefix, count) in counts where count > 0 {
      append(prefix, .prefix)
      bytes.append(UInt8(ascii: ":"))
      bytes += String(count).utf8
      bytes.append(0x0A)
    }
  }

  private mutating func begin(_ owner: LineOwner) {
    self.owner = owner
    event = visible(owner.event.description)
    locale = visible(owner.locale.text)
    guard report == .counts else { return }
    let prefix = event + [UInt8(ascii: ":")] + locale
    if let known = countIndices[prefix] {
      countIndex = known
    } else {
      countIndex = counts.count
      countIndices[prefix] = counts.count
      counts.append((prefix, 0))
    }
  }

  private func visible(_ text: String) -> [UInt8] {
    // A name comes from a page as well, and may not begin a line of its own.
    VisibleText.visible(text.utf8.span)
  }
}

// MARK: - Lines

extension GrepPrinter {
  /// What is told apart by colour, in the colours that grep and ripgrep have made familiar.
  private enum Part: String {
    case prefix = "35"
    case number = "32"
    case match = "1;31"
  }

  private mutating func appendPrefix(_ line: FoundLine) {
    let separator = line.isSelected ? UInt8(ascii: ":") : UInt8(ascii: "-")
    begin(.prefix)
    bytes += event
    bytes.append(separator)
    bytes += locale
    bytes.append(separator)
    bytes += line.role.description.utf8
    end(.prefix)
    bytes.append(separator)
    guard tellsLines else { return }
    append(Array(String(line.number).utf8), .number)
    bytes.append(separator)
  }

  private mutating func appendLine(
    _ text: Span<UInt8>, marksMatches: Bool
  ) throws(MatchFailure) {
    var end = 0
    if marksMatches {
      for match in try pattern.matches(in: text) where !match.isEmpty {
        append(text, end..<match.lowerBound, nil)
        append(text, match, .match)
        end = match.upperBound
      }
    }
    append(text, end..<text.count, nil)
  }

  private mutating func append(_ text: Span<UInt8>, _ range: Range<Int>, _ part: Part?) {
    guard !range.isEmpty else { return }
    begin(part)
    let piece = text.extracting(range)
    if isTerminal {
      VisibleText.append(piece, keeping: .tab, to: &bytes)
    } else {
      unsafe piece.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }
    end(part)
  }

  private mutating func append(_ text: [UInt8], _ part: Part) {
    begin(part)
    bytes += text
    end(part)
  }

  private mutating func begin(_ part: Part?) {
    if isColored, let part { bytes += "\u{1B}[\(part.rawValue)m".utf8 }
  }

  private mutating func end(_ part: Part?) {
    if isColored, part != nil { bytes += "\u{1B}[0m".utf8 }
  }
}
