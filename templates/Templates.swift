/// What the site is made with: the templates and assets that ship with errkb.
package enum Templates {
  /// A file by its name.
  package struct File: Sendable {
    package let name: String
    package let bytes: [UInt8]
  }

  /// The Mustache templates; a name is that of the file without its ending.
  package static let pages: [File] = [
    File(name: "about", bytes: PackageResources.about_mustache),
    File(name: "coverage", bytes: PackageResources.coverage_mustache),
    File(name: "entryLang", bytes: PackageResources.entryLang_mustache),
    File(name: "event", bytes: PackageResources.event_mustache),
    File(name: "frame", bytes: PackageResources.frame_mustache),
    File(name: "guide", bytes: PackageResources.guide_mustache),
    File(name: "home", bytes: PackageResources.home_mustache),
    File(name: "homes", bytes: PackageResources.homes_mustache),
    File(name: "languageMenu", bytes: PackageResources.languageMenu_mustache),
    File(name: "languages", bytes: PackageResources.languages_mustache),
    File(name: "list", bytes: PackageResources.list_mustache),
    File(name: "message", bytes: PackageResources.message_mustache),
    File(name: "notFound", bytes: PackageResources.notFound_mustache),
    File(name: "notices", bytes: PackageResources.notices_mustache),
    File(name: "outline", bytes: PackageResources.outline_mustache),
    File(name: "provenance", bytes: PackageResources.provenance_mustache),
    File(name: "redirect", bytes: PackageResources.redirect_mustache),
    File(name: "related", bytes: PackageResources.related_mustache),
    File(name: "search", bytes: PackageResources.search_mustache),
    File(name: "searchForm", bytes: PackageResources.searchForm_mustache),
    File(name: "section", bytes: PackageResources.section_mustache),
    File(name: "short", bytes: PackageResources.short_mustache),
    File(name: "textLang", bytes: PackageResources.textLang_mustache),
  ]

  /// What lies in `assets/` of the site; a name has its ending.
  package static let assets: [File] = [
    File(name: "icon.svg", bytes: PackageResources.icon_svg),
    File(name: "search.js", bytes: PackageResources.search_js),
    File(name: "site.css", bytes: PackageResources.site_css),
    File(name: "site.js", bytes: PackageResources.site_js),
  ]
}
