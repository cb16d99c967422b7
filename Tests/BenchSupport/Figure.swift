/// Numbers as a report prints them.
package enum Figure {
  /// A number with so many digits after the point.
  package static func fixed(_ value: Double, _ digits: Int) -> String {
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let scaled = Int((abs(value) * Double(scale)).rounded())
    var text = value < 0 && scaled > 0 ? "-" : ""
    text += "\(scaled / scale)"
    if digits > 0 {
      let rest = "\(scaled % scale)"
      text += "." + String(repeating: "0", count: digits - rest.count) + rest
    }
    return text
  }

  /// Seconds in the unit that suits them, in three digits or so: `1.21 ms`, `34.0 ms`, `5.40 s`.
  package static func time(_ seconds: Double) -> String {
    seconds < 1 ? "\(short(seconds * 1e3)) ms" : "\(short(seconds)) s"
  }

  /// Bytes in megabytes of 10⁶, those of less than ten with a digit more.
  package static func megabytes(_ bytes: Int) -> String {
    let megabytes = Double(bytes) / 1e6
    return "\(fixed(megabytes, megabytes < 9.95 ? 1 : 0)) MB"
  }

  /// A whole number with its digits in threes: `140,281`.
  package static func grouped(_ number: Int) -> String {
    var digits = String(number.magnitude)
    var groups: [Substring] = []
    while digits.count > 3 {
      groups.insert(digits.suffix(3), at: 0)
      digits.removeLast(3)
    }
    return (number < 0 ? "-" : "") + ([Substring(digits)] + groups).joined(separator: ",")
  }

  private static func short(_ value: Double) -> String {
    fixed(value, value < 9.995 ? 2 : value < 99.95 ? 1 : 0)
  }
}
