/// What a word or a name in a line may stand before or be.
struct LabelKinds: OptionSet, Sendable, Hashable {
  let rawValue: UInt32

  static let error = LabelKinds(rawValue: 1)
  static let errorNumber = LabelKinds(rawValue: 1 << 1)
  static let message = LabelKinds(rawValue: 1 << 2)
  static let severity = LabelKinds(rawValue: 1 << 3)
  static let state = LabelKinds(rawValue: 1 << 4)
  static let diagnostic = LabelKinds(rawValue: 1 << 5)
  static let nativeError = LabelKinds(rawValue: 1 << 6)
  static let errorCode = LabelKinds(rawValue: 1 << 7)
  static let eventID = LabelKinds(rawValue: 1 << 8)
  static let idAlone = LabelKinds(rawValue: 1 << 9)
  static let source = LabelKinds(rawValue: 1 << 10)
  static let date = LabelKinds(rawValue: 1 << 11)
  static let recordStart = LabelKinds(rawValue: 1 << 12)
  /// The ID of an event that is no number: `C2065`, `LNK1104`.
  static let identifier = LabelKinds(rawValue: 1 << 13)
  /// The name of a source: `MSSQLSERVER`.
  static let sourceName = LabelKinds(rawValue: 1 << 14)
  /// `Microsoft SQL Server`, `SQLServer`: the product says that what follows is its own.
  static let product = LabelKinds(rawValue: 1 << 15)
  static let sqlState = LabelKinds(rawValue: 1 << 16)

  /// What the data file calls a kind; nil for words that it may not have.
  init?(named name: Substring) {
    switch name {
    case "error": self = .error
    case "errorNumber": self = .errorNumber
    case "message": self = .message
    case "severity": self = .severity
    case "state": self = .state
    case "diagnostic": self = .diagnostic
    case "nativeError": self = .nativeError
    case "errorCode": self = .errorCode
    case "eventID": self = .eventID
    case "idAlone": self = .idAlone
    case "source": self = .source
    case "date": self = .date
    case "recordStart": self = .recordStart
    default: return nil
    }
  }

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// What begins a form of number or identifier, or a field of a record.
  ///
  /// The other kinds are only looked for beside one of these.
  static let leading: LabelKinds = [
    .error, .errorNumber, .message, .nativeError, .errorCode, .eventID, .idAlone, .source, .date,
    .recordStart, .identifier, .sourceName, .product, .sqlState,
  ]
}
