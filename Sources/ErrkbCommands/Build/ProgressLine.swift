/// How far a long work has come, as one line of a terminal.
struct ProgressLine {
  /// What is being done: `reading`.
  var stage: String
  /// How many pages of how many are done; nil where there is nothing to count.
  var pages: (done: Int, count: Int)?
  /// Since the stage began.
  var elapsed: Duration

  /// The columns that a bar takes at most, and at least.
  private static let bar = 10...30

  /// A rate of the first moments would be a guess.
  private static let soonest = Duration.milliseconds(300)

  /// The fullest form for a terminal of so many columns.
  ///
  /// The last column stays free: a terminal may go to the next line when it is written to.
  func text(columns: Int) -> String {
    let room = max(columns - 1, 0)
    let forms = forms
    guard let fitting = forms.first(where: { $0.count <= room }) else {
      return String((forms.last ?? stage).prefix(room))
    }
    guard let pages, fitting == forms[0] else { return fitting }
    let cells = min(room - fitting.count - 1, Self.bar.upperBound)
    guard cells >= Self.bar.lowerBound else { return fitting }
    let filled = pages.count > 0 ? pages.done * cells / pages.count : 0
    return String(repeating: "█", count: filled) + String(repeating: "·", count: cells - filled)
      + " " + fitting
  }

  /// What can be told, from all to next to nothing.
  private var forms: [String] {
    guard let pages else { return [stage] }
    let share = "\(pages.done) of \(pages.count)"
    let counted = "\(stage): \(share) pages"
    var forms = [counted, share]
    if let rate {
      forms.insert("\(counted), \(Int(rate.rounded())) pages/s", at: 0)
      if let left { forms.insert("\(forms[0]), \(left) left", at: 0) }
    }
    return forms
  }

  /// Pages a second; nil where too little is known.
  private var rate: Double? {
    guard let pages, pages.done > 0, elapsed >= Self.soonest else { return nil }
    return Double(pages.done) / (elapsed / .seconds(1))
  }

  /// The time that the rest will take at that rate: `50 s`, `1 min 20 s`, `2 h 5 min`.
  private var left: String? {
    guard let pages, let rate else { return nil }
    let seconds = (Double(max(pages.count - pages.done, 0)) / rate).rounded(.up)
    let whole = Int(min(seconds, 1e9))
    let (hours, minutes) = (whole / 3600, whole / 60 % 60)
    if hours > 0 { return "\(hours) h \(minutes) min" }
    return minutes > 0 ? "\(minutes) min \(whole % 60) s" : "\(whole) s"
  }
}
