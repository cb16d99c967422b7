internal import Diagnostics

/// Code as lines that may be shown.
enum CodeLines {
  /// The lines of some code, without an empty one at the end.
  static func lines(of code: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var lines = code.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// A line with everything in it visible, each tab as blanks up to the next stop.
  static func shown(_ line: ArraySlice<UInt8>) -> [UInt8] {
    let tabStop = 4
    var shown: [UInt8] = []
    // A stop counts like the line's start: only what follows it need be measured.
    var rest = VisibleText.visible(line.span, keeping: .tab)[...]
    while let tab = rest.firstIndex(of: 0x09) {
      let stretch = rest[..<tab]
      shown.append(contentsOf: stretch)
      let blanks = tabStop - DisplayWidth.columns(of: stretch.span) % tabStop
      shown.append(contentsOf: repeatElement(0x20, count: blanks))
      rest = rest[(tab + 1)...]
    }
    shown.append(contentsOf: rest)
    return shown
  }
}
