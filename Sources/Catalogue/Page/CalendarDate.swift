/// A day, without time or zone.
package struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let year: Int
  package let month: Int
  package let day: Int

  /// The day, or nil if the calendar has none such.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...lengths[month - 1]).contains(day) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `MM/DD/YYYY`, as Docs pages have it, or ISO 8601's `YYYY-MM-DD`, time ignored.
  package init?(_ text: String) {
    let isoLength = 10
    if text.utf8.contains(UInt8(ascii: "/")) {
      let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
      guard parts.count == 3, let month = parts[0], let day = parts[1], let year = parts[2] else {
        return nil
      }
      self.init(year: year, month: month, day: day)
    } else {
      let parts = text.prefix(isoLength).split(separator: "-", omittingEmptySubsequences: false)
        .map { Int($0) }
      guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else {
        return nil
      }
      self.init(year: year, month: month, day: day)
    }
  }

  /// ISO 8601: `2017-04-04`.
  package var description: String {
    "\(Self.padded(year, to: 4))-\(Self.padded(month, to: 2))-\(Self.padded(day, to: 2))"
  }

  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
