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
