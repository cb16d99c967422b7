internal import Diagnostics
internal import Markup

/// Which anchors and headings stand for which role.
struct RoleWords: Sendable {
  private(set) var diagnostics: [Diagnostic] = []
  private var anchors = WordTable<Role>()
  private var headings = LocalWords<Role>()

  /// What the program knows by itself; read when first asked for.
  static let standard = RoleWords(PackageResources.roles_yml, path: "roles.yml")

  init(_ headings: [Configuration.Headings] = []) {
    for group in headings {
      for word in group.words { self.headings.add(word, group.role, locale: group.locale) }
    }
  }

  init(_ bytes: [UInt8], path: String) {
    var reader = SettingsReader(path: path)
    for part in reader.entries(ofFile: bytes) {
      switch part.key {
      case "anchors":
        for (role, words) in reader.roles(of: part) {
          for word in words { anchors.add(word, role) }
        }
      case "headings":
        for locale in reader.entries(of: part) {
          for (role, words) in reader.roles(of: locale) {
            for word in words { headings.add(word, role, locale: locale.key) }
          }
        }
      default:
        reader.reportUnknown("key", part, known: ["anchors", "headings"])
      }
    }
    diagnostics = reader.diagnostics
  }

  func role(forAnchor anchor: String) -> Role? {
    anchors[FoldedWord(anchor)]
  }

  func role(forHeading heading: FoldedWord, locale: LocaleTag) -> Role? {
    headings.meaning(of: heading, locale: locale)
  }
}
