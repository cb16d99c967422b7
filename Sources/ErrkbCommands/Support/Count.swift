/// Numbers of things in words.
enum Count {
  /// `1 page`, `2 pages`.
  static func of(_ number: Int, _ thing: String) -> String {
    "\(number) \(thing)\(number == 1 ? "" : "s")"
  }

  /// A time in tenths of a second: `2.1 s`.
  static func seconds(_ time: Duration) -> String {
    let tenths = Int((time / .milliseconds(100)).rounded())
    return "\(tenths / 10).\(tenths % 10) s"
  }
}
