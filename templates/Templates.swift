/// What the site is made with: the templates and assets that ship with errkb.
package enum Templates {
  /// A file by its name.
  package struct File: Sendable {
    package let name: String
    package let bytes: [UInt8]
  }

  /// The Mustache templates; a name is that of the file without its ending.
  package static let pages: [File] = [
    File(name: "frame", bytes: PackageResources.frame_mustache)
  ]

  /// What lies in `assets/` of the site; a name has its ending.
  package static let assets: [File] = [
    File(name: "search.js", bytes: PackageResources.search_js),
    File(name: "site.css", bytes: PackageResources.site_css),
  ]
}
