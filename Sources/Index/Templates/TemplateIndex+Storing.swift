extension TemplateIndex {
  /// Writes the index into its table.
  func write(to database: Database) throws(SQLiteError) {
    let insert = try database.prepare("INSERT INTO template_index VALUES (?, ?)")
    for part in Part.allCases {
      try insert.bind(part.rawValue).bind(bytes(of: part)).run()
    }
  }

  private func bytes(of part: Part) -> [UInt8] {
    switch part {
    case .locales: locales
    case .eventNames: eventNames
    case .events: Self.bytes(of: events)
    case .templates: Self.bytes(of: templates)
    case .items: Self.bytes(of: items)
    case .anchors: Self.bytes(of: anchors)
    case .holes: Self.bytes(of: holes)
    case .holeTexts: holeTexts
    }
  }

  /// Numbers as they lie in memory, the lowest byte first on every machine that Swift runs on.
  private static func bytes<Element: BitwiseCopyable>(of values: [Element]) -> [UInt8] {
    unsafe values.withUnsafeBytes { unsafe Array($0) }
  }
}

// MARK: - Reading

extension CatalogueReader {
  /// The messages of the catalogue, ready to be recognised.
  ///
  /// Throws where a number in it leads beyond what there is, so that whoever follows them later need
  /// not look.
  func templateIndex() throws(CatalogueError) -> TemplateIndex {
    let index = try asking(.templateIndex) { statement throws(SQLiteError) in
      var index = TemplateIndex()
      while try statement.step() {
        switch TemplateIndex.Part(rawValue: statement.integer(0)) {
        case .locales: index.locales = statement.array(1)
        case .eventNames: index.eventNames = statement.array(1)
        case .events: index.events = statement.array(1)
        case .templates: index.templates = statement.array(1)
        case .items: index.items = statement.array(1)
        case .anchors: index.anchors = statement.array(1)
        case .holes: index.holes = statement.array(1)
        case .holeTexts: index.holeTexts = statement.array(1)
        case nil: break
        }
      }
      return index
    }
    if let flaw = index.flaw { throw .corrupt(path: path, reason: "template_index: \(flaw)") }
    return index
  }
}

extension TemplateIndex {
  /// What is wrong with the numbers of the index; nil where all lead to something.
  var flaw: String? {
    guard let events = events.last, Int(events) == eventNames.count, Self.isGrowing(self.events)
    else { return "the names of events" }
    guard eventNames.count(where: { $0 == 0 }) == 2 * (self.events.count - 1) else {
      return "the names of events"
    }
    for event in self.events.indices.dropLast() {
      let name = eventNames[Int(self.events[event])..<Int(self.events[event + 1])]
      guard name.last == 0, name.count(where: { $0 == 0 }) == 2 else {
        return "the name of an event"
      }
    }
    guard let last = templates.last, Int(last.firstItem) == items.count,
      Int(last.firstHole) == holes.count
    else { return "the last template" }
    let localeCount = locales.count(where: { $0 == 0 })
    var previous = Template(firstItem: 0, firstHole: 0, event: 0, localeAndPage: 0)
    for template in templates.dropLast() {
      guard template.firstItem >= previous.firstItem, template.firstItem < items.count,
        template.firstHole >= previous.firstHole, template.firstHole <= holes.count,
        template.event >= previous.event, template.event < self.events.count - 1,
        template.locale < localeCount
      else { return "a template" }
      previous = template
    }
    guard previous.firstItem <= last.firstItem, previous.firstHole <= last.firstHole else {
      return "the last template"
    }
    var key: UInt32 = 0
    for anchor in anchors {
      guard anchor.key >= key, Int(anchor.template) < templates.count - 1,
        Int(templates[Int(anchor.template)].firstItem) + Int(anchor.item)
          < templates[Int(anchor.template) + 1].firstItem
      else { return "an anchor" }
      key = anchor.key
    }
    let textCount = holeTexts.count(where: { $0 == 0 })
    guard holes.allSatisfy({ Int($0.before) < textCount && Int($0.after) < textCount }) else {
      return "the text beside a placeholder"
    }
    return nil
  }

  private static func isGrowing(_ values: [UInt32]) -> Bool {
    zip(values, values.dropFirst()).allSatisfy { $0 <= $1 }
  }
}
