/// A block of plain text.
struct TextBlock {
  enum Content {
    /// A heading; `hasRole` where its words tell what stands under it.
    case heading(String, hasRole: Bool)
    case paragraph(String)
    case code([String], language: String?)
    case item(ItemMark, String)
  }

  var content: Content
  /// How many columns stand before it.
  var indent: Int
}
