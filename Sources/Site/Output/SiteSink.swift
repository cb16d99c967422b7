package import Records

/// Takes the files of a site, from any thread, in any order.
package protocol SiteSink: Sendable {
  /// Writes a file at a path below the site's root, as `SiteAddress` gives it; each path once.
  func write(_ bytes: [UInt8], to path: String) throws
}

extension PieceSink: SiteSink {}
