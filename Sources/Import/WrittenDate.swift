internal import Catalogue

/// Finds a date in words: `March 14, 2006 at 3:15 pm`, `14. März 2006`, `2006年3月14日`.
enum WrittenDate {
  private static let months: [String: Int] = {
    var months: [String: Int] = [:]
    for line in WordLists.shared["months"] {
      let words = line.split(separator: " ")
      guard let number = words.first.flatMap({ Int($0) }) else { continue }
      for word in words.dropFirst() where months[String(word)] == nil {
        months[String(word)] = number
      }
    }
    return months
  }()

  /// A piece of the text that may be part of a date.
  private enum Part: Equatable {
    case number(Int, digits: Int)
    case month(Int)
    case sign(Character)
    case other
  }

  /// The first date in a text that names its year; nil where there is none.
  ///
  /// Of `3/4/2006` the month comes first where `isMonthFirst`, as in the United States.
  static func find(in text: String, isMonthFirst: Bool) -> CalendarDate? {
    let parts = parts(of: text.prefix(400))
    for start in parts.indices {
      if let date = date(parts[start...], isMonthFirst: isMonthFirst) { return date }
    }
    return nil
  }

  private static func date(_ parts: ArraySlice<Part>, isMonthFirst: Bool) -> CalendarDate? {
    let values = Array(parts.prefix(5))
    func number(_ index: Int) -> (value: Int, digits: Int)? {
      guard values.indices.contains(index), case .number(let value, let digits) = values[index]
      else { return nil }
      return (value, digits)
    }
    func month(_ index: Int) -> Int? {
      guard values.indices.contains(index), case .month(let value) = values[index] else {
        return nil
      }
      return value
    }
    // A month in words: before the day or after it.
    if let month = month(0), let day = number(1), let year = number(2), year.digits == 4 {
      return CalendarDate(year: year.value, month: month, day: day.value)
    }
    if let day = number(0), day.digits <= 2, let month = month(1), let year = number(2),
      year.digits == 4
    {
      return CalendarDate(year: year.value, month: month, day: day.value)
    }
    // Numbers with signs between.
    guard values.count == 5, let one = number(0), let two = number(2), let three = number(4),
      case .sign(let sign) = values[1], case .sign(let second) = values[3]
    else { return nil }
    if one.digits == 4, sign == second || sign == "年" || sign == "년" {
      return CalendarDate(year: one.value, month: two.value, day: three.value)
    }
    guard three.digits == 4, sign == second else { return nil }
    let isDayFirst = sign == "." || one.value > 12 || (two.value <= 12 && !isMonthFirst)
    return isDayFirst
      ? CalendarDate(year: three.value, month: two.value, day: one.value)
      : CalendarDate(year: three.value, month: one.value, day: two.value)
  }

  private static func parts(of text: Substring) -> [Part] {
    var parts: [Part] = []
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      if character.isASCII, character.isNumber {
        let run = text[index...].prefix { $0.isASCII && $0.isNumber }
        index = run.endIndex
        parts.append(run.count <= 4 ? .number(Int(run) ?? 0, digits: run.count) : .other)
        // `14th`, `1er`, `2.`
        let rest = text[index...]
        for suffix in ["st", "nd", "rd", "th", "er", "º"] where rest.hasPrefix(suffix) {
          index = text.index(index, offsetBy: suffix.count)
          break
        }
      } else if "年月년월".contains(character) {
        parts.append(.sign(character))
        index = text.index(after: index)
      } else if character.isLetter {
        let run = text[index...].prefix { $0.isLetter }
        index = run.endIndex
        let word = run.lowercased()
        if let month = months[word] {
          parts.append(.month(month))
        } else if !["de", "of", "the", "at", "di"].contains(word) {
          parts.append(.other)
        }
      } else {
        let next = text.index(after: index)
        let isBetween =
          "/-.".contains(character) && next < text.endIndex && text[next].isNumber
          && index > text.startIndex && text[text.index(before: index)].isNumber
        if isBetween { parts.append(.sign(character)) }
        index = next
      }
    }
    return parts
  }
}
