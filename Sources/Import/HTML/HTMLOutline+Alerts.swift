internal import Markup

/// Boxes that set a note or a warning apart.
extension HTMLOutline {
  /// The kind of alert that an element is; nil where it is none, or too much for one.
  func alert(at index: Int) -> Document.Alert? {
    guard ["div", "aside", "section", "blockquote", "p"].contains(tree.nodes[index].name),
      text[index] > 0, text[index] < 4000
    else { return nil }
    let words = tree.words(of: index)
    var isBox = false
    var kind: Document.Alert?
    for word in words {
      if Self.boxes.contains(String(word)) { isBox = true }
      if let named = Self.kinds[String(word)] {
        kind = kind ?? named
        continue
      }
      let parts = word.split { $0 == "-" || $0 == "_" }
      guard parts.count > 1, parts.contains(where: { Self.boxes.contains(String($0)) }) else {
        continue
      }
      isBox = true
      for part in parts { kind = Self.kinds[String(part)] ?? kind }
    }
    if let kind { return kind }
    // `alert is-info`, or a box whose first words say what it is.
    return isBox && words.contains("is-info") ? .note : nil
  }

  /// Whether an element only names the kind of the alert it is in.
  func isAlertTitle(_ index: Int) -> Bool {
    let words = tree.words(of: index)
    if words.contains(where: { $0.hasSuffix("-title") && $0.split(separator: "-").count <= 3 }) {
      return true
    }
    guard
      ["p", "strong", "b", "span", "h2", "h3", "h4", "h5", "div"].contains(
        tree.nodes[index].name), text[index] < 24
    else { return false }
    return Self.titles.contains(tree.text(of: index, limit: 64).wordKey)
  }

  private static let boxes: Set<String> = [
    "alert", "admonition", "callout", "notice", "note", "message-box", "infobox", "hint", "box",
  ]
  private static let kinds: [String: Document.Alert] = [
    "note": .note, "notice": .note, "info": .note, "information": .note, "hint": .tip, "tip": .tip,
    "important": .important, "caution": .caution, "danger": .caution, "error": .caution,
    "attention": .warning, "warning": .warning, "warn": .warning, "is-warning": .warning,
    "is-danger": .caution, "is-success": .tip, "is-primary": .important,
  ]
  private static let titles: Set<String> = [
    "note", "notes", "tip", "important", "caution", "warning", "info", "information", "attention",
    "remarque", "attention", "avertissement", "astuce", "conseil", "hinweis", "warnung", "achtung",
    "tipp", "wichtig", "vorsicht", "nota", "sugerencia", "importante", "advertencia", "precaución",
    "atenção", "aviso", "dica", "avviso", "attenzione", "suggerimento", "примечание", "совет",
    "важно", "внимание", "предупреждение", "注意", "注", "重要", "ヒント", "警告", "メモ", "提示",
    "备注", "참고", "경고", "중요", "팁", "הערה", "אזהרה", "ملاحظة", "تحذير", "هام",
  ]
}
