/// The date and time at the beginning of a line.
enum TimeStamp {
  /// Where a time stamp stands that begins at an offset, blanks and one bracket before it left out;
  /// nil where none does.
  ///
  /// A time is enough (`03:12:04`), or a date with a time, in the order of any country, as in ISO
  /// 8601 or as syslog and C write it (`Nov 21 03:12:04`, `Sat Nov 21 03:12:04 2026`).
  static func range(in line: Span<UInt8>, from offset: Int = 0) -> Range<Int>? {
    var start = LineGaps.skipBlanks(line, offset)
    if start < line.count, line[start] == UInt8(ascii: "[") || line[start] == UInt8(ascii: "<") {
      start = LineGaps.skipBlanks(line, start + 1)
    }
    var reader = TimeStampReader(position: start)
    guard reader.readStamp(line) else { return nil }
    return start..<reader.position
  }
}

extension TimeStamp {
  /// The length of the time stamp that a line begins with, `2021-01-30 03:12:04.12` and a blank, as
  /// most logs of servers have it; 0 where it has none such.
  static func usualLength(in line: Span<UInt8>) -> Int {
    let date = 19
    guard line.count > date, line[4] == UInt8(ascii: "-"), line[7] == UInt8(ascii: "-"),
      line[10] == 0x20 || line[10] == UInt8(ascii: "T"), line[13] == UInt8(ascii: ":"),
      line[16] == UInt8(ascii: ":")
    else { return 0 }
    var index = 0
    while index < date {
      if index != 4, index != 7, index != 10, index != 13, index != 16, line[index] &- 0x30 >= 10 {
        return 0
      }
      index += 1
    }
    if line[index] == UInt8(ascii: ".") || line[index] == UInt8(ascii: ",") { index += 1 }
    while index < line.count, line[index] &- 0x30 < 10 { index += 1 }
    return index < line.count && line[index] == 0x20 ? index : 0
  }
}

private struct TimeStampReader {
  var position: Int

  mutating func readStamp(_ line: Span<UInt8>) -> Bool {
    if readTime(line) { return true }
    let start = position
    if readNumericDate(line) || readNamedDate(line), skipToTime(line), readTime(line) {
      readYear(line)
      return true
    }
    position = start
    return false
  }

  /// `2021-01-30`, `21/11/2026`, `30.01.2021`, `2026年11月21日`.
  private mutating func readNumericDate(_ line: Span<UInt8>) -> Bool {
    let start = position
    for part in 0..<3 {
      let digits = skipDigits(line)
      guard digits == 1 || digits == 2 || digits == 4, position < line.count else { break }
      if part == 2 {
        _ = skipWideMark(line)
        return true
      }
      switch line[position] {
      case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."): position += 1
      default: if !skipWideMark(line) { position = line.count }
      }
      // `21. 11. 2026`
      _ = skip(0x20, line)
    }
    position = start
    return false
  }

  /// `Nov 21`, `Sat Nov 21`, `21 Nov 2026`, `21/Nov/2026`.
  private mutating func readNamedDate(_ line: Span<UInt8>) -> Bool {
    let start = position
    let mostParts = 4
    var names = 0
    var numbers = 0
    while position < line.count, names + numbers < mostParts {
      let part = position
      let digits = skipDigits(line)
      if digits > 0 {
        let isHour = position < line.count && line[position] == UInt8(ascii: ":") && digits <= 2
        if isHour, names > 0, numbers > 0 {
          position = part
          break
        }
        guard digits <= 2 || digits == 4 else { break }
        numbers += 1
      } else {
        let letters = skipLetters(line)
        guard letters == 3 || letters == 4 else { break }
        names += 1
      }
      let gap = position
      while position < line.count, position < gap + 3, isDateMark(line[position]) { position += 1 }
      if position == gap { break }
    }
    while position > start, line[position - 1] == 0x20 { position -= 1 }
    if names >= 1, names <= 2, numbers >= 1 { return true }
    position = start
    return false
  }

  private func isDateMark(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ",")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  /// `03:12`, `03:12:04`, `03:12:04.12`, `3:12:04 AM`, `03:12:04+01:00`.
  private mutating func readTime(_ line: Span<UInt8>) -> Bool {
    let start = position
    let hours = skipDigits(line)
    guard hours == 1 || hours == 2, skip(UInt8(ascii: ":"), line), skipDigits(line) == 2 else {
      position = start
      return false
    }
    if skip(UInt8(ascii: ":"), line) {
      guard skipDigits(line) == 2 else {
        position = start
        return false
      }
      let end = position
      if skip(UInt8(ascii: "."), line) || skip(UInt8(ascii: ","), line), skipDigits(line) == 0 {
        position = end
      }
    }
    readZone(line)
    readHalf(line)
    return true
  }

  private mutating func readZone(_ line: Span<UInt8>) {
    let start = position
    if skip(UInt8(ascii: "Z"), line) { return }
    guard skip(UInt8(ascii: "+"), line) || skip(UInt8(ascii: "-"), line) else { return }
    let digits = skipDigits(line)
    if digits == 4 { return }
    guard digits == 2 else {
      position = start
      return
    }
    let end = position
    if !(skip(UInt8(ascii: ":"), line) && skipDigits(line) == 2) { position = end }
  }

  /// `AM`, `PM`, `a.m.`, `p. m.`, with blanks before.
  private mutating func readHalf(_ line: Span<UInt8>) {
    let start = position
    position = LineGaps.skipBlanks(line, position)
    if skipLetter("a", line) || skipLetter("p", line) {
      let isDotted = skip(UInt8(ascii: "."), line)
      if isDotted { position = LineGaps.skipBlanks(line, position) }
      if skipLetter("m", line) {
        if isDotted { _ = skip(UInt8(ascii: "."), line) }
        if position == line.count || (line[position] | 0x20) &- 0x61 >= 26 { return }
      }
    }
    position = start
  }

  /// The year behind the time, as C's `asctime` writes it.
  private mutating func readYear(_ line: Span<UInt8>) {
    let start = position
    if skip(0x20, line), skipDigits(line) == 4,
      line[start + 1] == UInt8(ascii: "1") || line[start + 1] == UInt8(ascii: "2"),
      position == line.count || line[position] == 0x20 || line[position] == UInt8(ascii: "]")
    {
      return
    }
    position = start
  }

  /// Passes what stands between a date and its time; false where nothing does.
  private mutating func skipToTime(_ line: Span<UInt8>) -> Bool {
    let start = position
    _ = skip(UInt8(ascii: ","), line)
    _ = skip(UInt8(ascii: "T"), line) || skip(UInt8(ascii: ":"), line)
    position = LineGaps.skipBlanks(line, position)
    return position > start && position < line.count
  }

  // MARK: Bytes

  private mutating func skip(_ byte: UInt8, _ line: Span<UInt8>) -> Bool {
    guard position < line.count, line[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipLetter(_ small: Unicode.Scalar, _ line: Span<UInt8>) -> Bool {
    guard position < line.count, line[position] | 0x20 == UInt8(ascii: small) else { return false }
    position += 1
    return true
  }

  private mutating func skipDigits(_ line: Span<UInt8>) -> Int {
    let start = position
    while position < line.count, line[position] &- 0x30 < 10 { position += 1 }
    return position - start
  }

  private mutating func skipLetters(_ line: Span<UInt8>) -> Int {
    let start = position
    while position < line.count, (line[position] | 0x20) &- 0x61 < 26 { position += 1 }
    return position - start
  }

  /// The signs of year, month and day in Chinese, Japanese and Korean.
  private mutating func skipWideMark(_ line: Span<UInt8>) -> Bool {
    guard position + 2 < line.count, line[position] >= 0xE3 else { return false }
    position += 3
    return true
  }
}
