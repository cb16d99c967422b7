/// What has become of a page that has moved or gone.
package struct Redirection: Sendable, Hashable {
  /// Where it leads.
  package enum Target: Sendable, Hashable {
    /// A page of the catalogue by its number, and the anchor in it.
    case page(number: Int, anchor: String?)
    /// An address of the web: `https://…`.
    case address(String)
  }

  /// The file that is no longer there, relative to the content folder.
  package var path: String
  /// The locale that its folders name; nil where they name none, so that it is meant for all.
  package var locale: LocaleTag?
  /// The event that its name tells, of a source that the catalogue has.
  package var event: Event?
  package var target: Target

  /// The event that a page was about.
  package struct Event: Sendable, Hashable {
    package var source: String
    package var id: EventID

    package init(source: String, id: EventID) {
      self.source = source
      self.id = id
    }
  }

  package init(
    path: String, locale: LocaleTag? = nil, event: Event? = nil, target: Target
  ) {
    self.path = path
    self.locale = locale
    self.event = event
    self.target = target
  }
}
