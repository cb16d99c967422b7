/// What becomes of links, pictures and headings when a fragment of HTML is to stand on a page of the
/// caller's; by default all stay as the document has them.
package struct HTMLRewriting {
  /// What a heading or an anchor is on the caller's page.
  package struct Place: Sendable, Hashable {
    /// Its name for links; none where that is nil.
    package var id: String?
    /// Its level as a heading, from 1 to 6.
    package var level: Int

    package init(id: String?, level: Int) {
      self.id = id
      self.level = level
    }
  }

  /// Gives the address that a target leads to from where the fragment will stand, or nil where it
  /// leads nowhere; what it returns is judged like a target of the page.
  package var link: (String) -> String?
  /// The same for pictures, whose text stays where they lead nowhere.
  package var picture: (String) -> String?
  /// The headings and anchors by their nodes; nil leaves all as they are.
  package var places: [Int: Place]?

  package init(
    link: @escaping (String) -> String? = { $0 }, picture: @escaping (String) -> String? = { $0 },
    places: [Int: Place]? = nil
  ) {
    self.link = link
    self.picture = picture
    self.places = places
  }
}
