internal import Catalogue

/// The columns of the table `search`: what a text is decides how much a hit in it weighs, and
/// whether it lies in the sections of a role that was asked for.
enum SearchColumn: String, CaseIterable {
  /// First, as most texts are messages and the first column takes the least room.
  case message
  /// Event IDs, the source, symbolic name and keywords.
  case names
  /// Title and description.
  case title
  /// What stands before the first section.
  case introduction
  // Sections by their role, headings and all.
  case details, symptom, explanation, cause, userAction, example, prevention, question, remarks
  case seeAlso, other

  /// The column of sections with a role.
  init(_ role: Role) {
    switch role {
    case .details: self = .details
    case .symptom: self = .symptom
    case .explanation: self = .explanation
    case .cause: self = .cause
    case .userAction: self = .userAction
    case .example: self = .example
    case .prevention: self = .prevention
    case .question: self = .question
    case .remarks: self = .remarks
    case .seeAlso: self = .seeAlso
    case .other: self = .other
    }
  }

  /// How much a hit weighs: names before messages, titles, fixes and the rest.
  var weight: UInt32 {
    switch self {
    case .names: 16
    case .message: 10
    case .title: 8
    case .userAction: 5
    case .introduction, .symptom, .explanation, .cause: 4
    case .details, .prevention, .question, .remarks, .other: 3
    case .example, .seeAlso: 1
    }
  }

  /// The number of the column in the table.
  var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
