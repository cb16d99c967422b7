import Diagnostics

/// Something that Docs Markdown writes inside a line and CommonMark does not know.
struct InlineToken: Sendable {
  enum Kind: Sendable {
    /// `[!INCLUDE [label](path)]`
    case include(label: String, path: String)
    /// `[!VIDEO address]`
    case video(address: String)
    /// `[!code-sql[label](path)]` or `:::code source="path":::`
    case snippet(label: String, path: String)
    /// `:::image source="path" alt-text="text":::`
    case image(source: String, text: String)
    /// `:::no-loc text="text":::`
    case literal(text: String)
  }

  let kind: Kind
  /// The bytes that the token was written with.
  let written: [UInt8]
  /// In the body of the page, counted from its first line.
  let position: SourcePosition
}
