/// An event that sentences may name.
struct NamedEvent {
  /// `MSSQLSERVER_10061`.
  let name: String
  private let id: EventID
  private let foldedName: String
  /// Whether the number alone is enough, by five digits in it: `53` may count anything.
  private let isTelling: Bool

  init(source: String, id: EventID) {
    name = "\(source)_\(id.text)"
    self.id = id
    foldedName = name.lowercased()
    isTelling = id.text.utf8.count { (0x30...0x39).contains($0) } > 4
  }

  /// Whether what stands in a sentence names the event: its full name, a number that can be nothing
  /// else, or one that a word such as “error” introduces.
  func isNamed(by written: [WrittenEvent]) -> Bool {
    written.contains { written in
      switch written.form {
      case .qualified: "\(written.source ?? "")_\(written.id)".lowercased() == foldedName
      case .lettered, .introduced: written.id == id
      case .bare: isTelling && written.id == id
      }
    }
  }

  /// Whether it is the event that a link leads to.
  func isNamed(byLink event: String) -> Bool { event.lowercased() == foldedName }
}
