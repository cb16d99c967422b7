extension Page {
  /// Who wrote a guide or thread and where it stands, for readers to see and licences to be kept.
  package struct Origin: Sendable, Hashable {
    package var author: String?
    /// Where on the web it was taken from, as written.
    package var address: String?
    /// What it may be used under: `MIT`, `CC BY-SA 4.0`.
    package var license: String?

    /// An origin of which something is known; else nil.
    package init?(author: String?, address: String?, license: String?) {
      guard author != nil || address != nil || license != nil else { return nil }
      self.author = author
      self.address = address
      self.license = license
    }
  }
}
