/// Addresses as the world outside knows them.
extension Frame {
  /// Where a site stands that does not know better: what files for machines cannot do without.
  package static let assumedBase = "http://localhost:8000"

  /// Where the site stands, without a slash at the end.
  package var publicBase: String { baseURL ?? Self.assumedBase }

  /// A page of the site with all that leads to it.
  package func publicURL(_ address: String) -> String {
    "\(publicBase)/\(SiteAddress.served(address))"
  }

  /// The path under which a server has the site: `/kb/`, or `/` where nothing else is known.
  var publicPath: String {
    let parts = baseURL?.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard let parts, parts.count > 3 else { return "/" }
    return "/\(parts[3])/"
  }
}
