internal import Markup

/// What a picture says in words, and whether it is one that an article would miss.
struct Picture {
  /// Its alternative text, else its title; empty where it has none.
  let text: String
  /// Its tag, shortened, to tell of it where it is left out.
  let tag: String
  /// Whether it only decorates or counts: a smiley, an icon, a face, a single point.
  let isDecoration: Bool

  /// Pictures that are no larger, in points, are signs.
  private static let signSize = 32

  init(_ index: Int, in tree: HTMLTree) {
    let alternative = tree.attribute("alt", of: index) ?? ""
    text = (alternative.isEmpty ? tree.attribute("title", of: index) ?? "" : alternative).folded
    tag = "<img src=\((tree.attribute("src", of: index) ?? "").shortened(to: 40))>"
    let isSmall = ["width", "height"].contains { name in
      let digits = (tree.attribute(name, of: index) ?? "").trimmed.prefix { $0.isNumber }
      return Int(digits).map { $0 <= Self.signSize } ?? false
    }
    let words = tree.words(of: index).flatMap { $0.split { $0 == "-" || $0 == "_" } }
    let role = tree.attribute("role", of: index)?.lowercased()
    isDecoration =
      isSmall || role == "presentation" || role == "none"
      || words.contains { Self.decorations.contains(String($0)) }
  }

  /// The name of the file at an address, without what follows it: `dialog.png`.
  static func name(at address: String) -> String? {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    guard name.count <= 80, name.contains("."), name.contains(where: \.isLetter),
      !name.contains("%")
    else { return nil }
    return name
  }

  private static let decorations: Set<String> = [
    "emoji", "smiley", "smilies", "smilie", "inlineimg", "icon", "avatar", "gravatar", "spacer",
    "logo", "pixel", "tracking", "badge",
  ]
}
