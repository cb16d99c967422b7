internal import Glibc

/// What lines are searched for: one or more patterns, read and bounded as grep's options say.
///
/// A line matches as if it stood alone: nothing in a pattern sees past its ends. Where that can be
/// proven of the pattern (`SingleLineSyntax`), many lines are searched by one call.
package final class LinePattern {
  /// How patterns are read.
  package enum Syntax: String, Sendable, CaseIterable {
    case regularExpression
    /// Every character stands for itself.
    case fixedStrings
  }

  /// When case matters.
  package enum Case: String, Sendable, CaseIterable {
    case sensitive
    case ignored
    /// It matters if a pattern has a capital letter.
    case smart
  }

  /// What a match has to fill.
  package enum Extent: String, Sendable, CaseIterable {
    case any
    /// Nothing that is part of a word stands before or after it.
    case word
    case line
  }

  /// Whether a text of many lines may be searched by one call.
  let staysInLine: Bool
  /// Whether the text may be any bytes; else it has to be UTF-8.
  let isBytewise: Bool
  private let pattern: Pattern
  private var clock = ProcessorClock(limit: Pattern.Limits.seconds)

  /// Compiles patterns, any of which may match; a line feed parts two.
  package init(
    _ patterns: [String], syntax: Syntax = .regularExpression, case: Case = .sensitive,
    extent: Extent = .any
  ) throws(PatternError) {
    var single: [[UInt8]] = []
    for text in patterns {
      for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
        single.append(Array(line))
      }
    }
    let ignoresCase =
      switch `case` {
      case .sensitive: false
      case .ignored: true
      case .smart: !single.contains { PatternText.hasCapital($0, isFixed: syntax == .fixedStrings) }
      }
    if syntax == .fixedStrings { single = single.map(PatternText.escaped) }
    (pattern, staysInLine, isBytewise) = try Self.compile(single, extent, ignoresCase)
  }

  private static func compile(
    _ single: [[UInt8]], _ extent: Extent, _ ignoresCase: Bool
  ) throws(PatternError) -> (Pattern, staysInLine: Bool, isBytewise: Bool) {
    if let (text, isBytewise) = inLine(single, extent) {
      let isBytewise = isBytewise && !ignoresCase
      do throws(Pattern.CompileError) {
        let pattern = try Pattern(text, ignoringCase: ignoresCase, isBytewise: isBytewise)
        return (pattern, true, isBytewise)
      } catch {
        // The pattern as it was given tells what is wrong with it.
      }
    }
    do throws(Pattern.CompileError) {
      let text = PatternText.joined(single, extent)
      return (try Pattern(text, ignoringCase: ignoresCase), false, false)
    } catch {
      return (try compileApart(single, extent, ignoresCase, error), false, false)
    }
  }

  /// The patterns as one that cannot match a line feed; nil where one is not understood.
  private static func inLine(
    _ single: [[UInt8]], _ extent: Extent
  ) -> (text: [UInt8], isBytewise: Bool)? {
    var patterns: [[UInt8]] = []
    // Words are Unicode's.
    var isBytewise = extent != .word
    for pattern in single {
      guard let rewritten = SingleLineSyntax.rewritten(pattern) else { return nil }
      patterns.append(rewritten.pattern)
      isBytewise = isBytewise && rewritten.isBytewise
    }
    return (PatternText.joined(patterns, extent), isBytewise)
  }

  /// Says which of the patterns is wrong; or, where each is right alone, ends the comments that some
  /// of them end in.
  private static func compileApart(
    _ single: [[UInt8]], _ extent: Extent, _ ignoresCase: Bool, _ failure: Pattern.CompileError
  ) throws(PatternError) -> Pattern {
    var ended: [[UInt8]] = []
    for pattern in single {
      do throws(Pattern.CompileError) {
        _ = try Pattern(pattern, ignoringCase: ignoresCase)
      } catch {
        throw PatternError(
          message: error.message, pattern: String(decoding: pattern, as: UTF8.self),
          offset: error.offset)
      }
      let isOpen = !isPattern(Array("(?:".utf8) + pattern + [UInt8(ascii: ")")])
      ended.append(isOpen ? pattern + [0x0A] : pattern)
    }
    do throws(Pattern.CompileError) {
      return try Pattern(PatternText.joined(ended, extent), ignoringCase: ignoresCase)
    } catch {
      let text = String(decoding: Array(single.joined(separator: [0x0A])), as: UTF8.self)
      throw PatternError(message: failure.message, pattern: text, offset: 0)
    }
  }

  private static func isPattern(_ text: [UInt8]) -> Bool {
    do throws(Pattern.CompileError) {
      _ = try Pattern(text, ignoringCase: false)
      return true
    } catch {
      return false
    }
  }
}

// MARK: - Matching

extension LinePattern {
  /// The first match in a line, or in many where the pattern stays in one, at or after an offset.
  ///
  /// The text has to be UTF-8, unless the pattern is bytewise, and to end before its last line feed.
  @unsafe
  func firstMatch(
    in text: UnsafeBufferPointer<UInt8>, from offset: Int = 0
  ) throws(MatchFailure) -> Range<Int>? {
    let match = unsafe try pattern.firstMatch(in: text, from: offset)
    guard clock.allows((match?.upperBound ?? text.count) - offset) else { throw .tooMuchTime }
    return match
  }

  /// All matches in a line, in order, none overlapping; an empty one never touches the one before
  /// it.
  package func matches(in line: Span<UInt8>) throws(MatchFailure) -> [Range<Int>] {
    // Typed errors do not pass the closure.
    let result: Result<[Range<Int>], MatchFailure> = unsafe line.withUnsafeBufferPointer { text in
      do throws(MatchFailure) {
        return .success(unsafe try matches(in: text))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private func matches(in text: UnsafeBufferPointer<UInt8>) throws(MatchFailure) -> [Range<Int>] {
    var matches: [Range<Int>] = []
    var offset = 0
    while offset <= text.count, let found = unsafe try firstMatch(in: text, from: offset) {
      if !found.isEmpty || found.upperBound != matches.last?.upperBound { matches.append(found) }
      offset = max(offset, found.upperBound)
      guard found.isEmpty else { continue }
      // To the next character.
      offset += 1
      while offset < text.count, unsafe text[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return matches
  }
}

/// Watches over the processor time of a search.
///
/// Asking for it is a call of the system, so that is done only after the clock on the wall, which is
/// cheap, has gone on.
private struct ProcessorClock {
  /// In seconds.
  private let limit: Int
  /// How many bytes have been searched since the last look.
  private var bytes = 0
  /// When the processor's clock is looked at next, in nanoseconds on the wall.
  private var nextLook = 0
  private var start = 0

  private static let bytesBetweenLooks = 1 << 13
  private static let nanosecondsBetweenLooks = 100_000_000

  init(limit: Int) { self.limit = limit }

  /// Counts a text that was searched; false where there is no time left.
  mutating func allows(_ count: Int) -> Bool {
    bytes += count + 64
    guard bytes >= Self.bytesBetweenLooks else { return true }
    bytes = 0
    let now = Self.now(CLOCK_MONOTONIC)
    guard now >= nextLook else { return true }
    nextLook = now + Self.nanosecondsBetweenLooks
    let spent = Self.now(CLOCK_PROCESS_CPUTIME_ID)
    if start == 0 { start = spent }
    return spent - start <= limit * 1_000_000_000
  }

  private static func now(_ clock: clockid_t) -> Int {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
