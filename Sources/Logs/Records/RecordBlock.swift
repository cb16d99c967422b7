/// The fields of a Windows event record that goes over several lines, as far as it was read.
///
/// A block begins behind an empty line or with a field that begins records. Its source decides: the
/// same number means something else in another product's record.
struct RecordBlock {
  /// How many lines a record's fields, or its message, may go over.
  static let mostLines = 40

  /// The line before the block, and where that ends; nil where it is not known where it began.
  private var start: (line: Int, end: Int)?
  private var source: RecordFields.Source?
  private var id: (number: Int32, line: Int)?
  /// As it is written.
  private(set) var date: [UInt8]?
  private var isComplete = false

  /// A number of a source with the line it stands on.
  struct Named {
    var source: RecordFields.Source
    var number: Int32
    var line: Int
  }

  init() {}

  /// A block that begins at a line.
  init(line: Int, start: Int) { self.start = (line, start) }

  /// Whether a line is too far from the beginning, or it is not known where that is.
  func isOver(line: Int, start offset: Int) -> Bool {
    guard let start else { return true }
    return line - start.line > Self.mostLines || offset - start.end > LineContext.reach
  }

  /// Adds the fields of a line; returns the event that is named once source and number are known.
  mutating func add(_ fields: RecordFields, date: [UInt8]?, line: Int) -> Named? {
    source = source ?? fields.source
    if id == nil, let number = fields.id { id = (number, line) }
    self.date = self.date ?? date
    guard !isComplete, let source, let id else { return nil }
    isComplete = true
    return Named(source: source, number: id.number, line: id.line)
  }
}
