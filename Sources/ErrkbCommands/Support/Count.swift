/// Numbers of things in words.
enum Count {
  /// `1 page`, `2 pages`.
  static func of(_ number: Int, _ thing: String) -> String {
    "\(number) \(thing)\(number == 1 ? "" : "s")"
  }
}
