internal import Catalogue
internal import Diagnostics
internal import Index

/// Writes what `grep` finds as ripgrep's `--json` does: `begin`, then `match` and `context`, then
/// `end` for each page and message, and a `summary`.
///
/// To ripgrep's keys come `event`, `locale` and `role`. What would differ from run to run, the time
/// taken, is 0.
struct GrepJSON {
  private let pattern: LinePattern
  private let isInverted: Bool
  private var json = JSONWriter()
  private var owner: LineOwner?
  private var statistics = Statistics()
  private var total = Statistics()

  /// What is counted of one owner, and of all.
  private struct Statistics {
    var searches = 0
    var bytesSearched = 0
    var bytesPrinted = 0
    var matchedLines = 0
    var matches = 0

    static func += (left: inout Statistics, right: Statistics) {
      left.searches += right.searches
      left.bytesSearched += right.bytesSearched
      left.bytesPrinted += right.bytesPrinted
      left.matchedLines += right.matchedLines
      left.matches += right.matches
    }
  }

  init(_ request: GrepRequest, _ pattern: LinePattern) {
    self.pattern = pattern
    isInverted = request.isInverted
  }

  /// The bytes written since they were last taken.
  var bytes: [UInt8] { json.bytes }

  /// Forgets what has been taken.
  mutating func removeBytes() { json.bytes.removeAll(keepingCapacity: true) }

  /// Writes a line.
  mutating func append(_ line: FoundLine, _ text: Span<UInt8>) throws(MatchFailure) {
    let matches = line.isSelected != isInverted ? try pattern.matches(in: text) : []
    if line.owner !== owner {
      end()
      begin(line.owner)
    }
    let start = json.bytes.count
    write(line.isSelected ? "match" : "context") { json in
      Self.place(line.owner, &json)
      json.member("role", line.role.description)
      json.key("lines")
      json.object { json in
        json.key("text")
        json.string(bytes: Self.bytes(text, 0..<text.count) + [0x0A])
      }
      json.member("line_number", line.number)
      json.member("absolute_offset", line.offset)
      json.member("submatches", matches) { json, match in
        json.object { json in
          json.key("match")
          json.object { json in
            json.key("text")
            json.string(bytes: Self.bytes(text, match))
          }
          json.member("start", match.lowerBound)
          json.member("end", match.upperBound)
        }
      }
    }
    statistics.bytesPrinted += json.bytes.count - start
    if line.isSelected {
      statistics.matchedLines += 1
      statistics.matches += matches.count
    }
  }

  /// Ends the last owner and sums up.
  mutating func finish() {
    end()
    let total = total
    write("summary") { json in
      json.key("elapsed_total")
      Self.noTime(&json)
      Self.write(total, to: &json)
    }
  }

  private mutating func begin(_ owner: LineOwner) {
    self.owner = owner
    statistics = Statistics(searches: 1, bytesSearched: owner.size)
    let start = json.bytes.count
    write("begin") { Self.place(owner, &$0) }
    statistics.bytesPrinted += json.bytes.count - start
  }

  private mutating func end() {
    guard let owner else { return }
    let statistics = statistics
    write("end") { json in
      Self.place(owner, &json)
      json.key("binary_offset")
      json.raw(Array("null".utf8))
      Self.write(statistics, to: &json)
    }
    total += statistics
    self.owner = nil
  }

  private mutating func write(_ type: String, _ body: (inout JSONWriter) -> Void) {
    json.object { json in
      json.member("type", type)
      json.key("data")
      json.object(body)
    }
    json.endLine()
  }

  private static func place(_ owner: LineOwner, _ json: inout JSONWriter) {
    json.key("path")
    json.object { $0.member("text", owner.path) }
    json.member("event", owner.event.description)
    json.member("locale", owner.locale.text)
  }

  private static func write(_ statistics: Statistics, to json: inout JSONWriter) {
    json.key("stats")
    json.object { json in
      json.key("elapsed")
      noTime(&json)
      json.member("searches", statistics.searches)
      json.member("searches_with_match", statistics.searches)
      json.member("bytes_searched", statistics.bytesSearched)
      json.member("bytes_printed", statistics.bytesPrinted)
      json.member("matched_lines", statistics.matchedLines)
      json.member("matches", statistics.matches)
    }
  }

  private static func noTime(_ json: inout JSONWriter) {
    json.object { json in
      json.member("secs", 0)
      json.member("nanos", 0)
      json.member("human", "0.000000s")
    }
  }

  private static func bytes(_ text: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    unsafe text.extracting(range).withUnsafeBufferPointer { unsafe Array($0) }
  }
}
