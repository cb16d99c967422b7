internal import Catalogue
internal import Render

/// What `errkb explain` was asked for.
struct ExplainRequest {
  /// How an answer is written.
  enum Format: String, CaseIterable {
    case text, json
  }

  /// The logs; `-` is standard input, as is none at all.
  var files: [String]
  /// The languages of the interface, and of the explanations unless `textLocales` says otherwise.
  var wanted: [LocaleTag]
  /// The languages that messages and meanings are to be shown in.
  var textLocales: [LocaleTag]?
  var format: Format
  /// In columns; nil leaves it to the terminal.
  var width: Int?
  var isFollowing: Bool
  /// Whether a page in another language is no answer.
  var isLanguageStrict: Bool
  var color: ColorChoice

  /// The words that the answer is given in.
  var words: InterfaceWords { wanted.first.map { InterfaceWords.for($0) } ?? .english }
}
