internal import Catalogue
internal import Index
package import Records

/// What pieces of a site are made of, by name: whoever makes one notes which of it was looked at.
package struct SiteFacts: Sendable {
  /// The names of facts.
  enum Name {
    /// All that the catalogue has of an event, and where it stands; nothing where there is none.
    static func event(_ name: String) -> String { "event:\(name.lowercased())" }

    /// A guide or thread in all its languages, by its address.
    static func article(_ address: String) -> String { "article:\(address)" }

    /// Which guide or thread lies at a path.
    static func path(_ path: String) -> String { "path:\(path)" }

    /// A template with those that it takes in.
    static func template(_ name: String) -> String { "template:\(name)" }

    /// What lists tell of the events of a source.
    static func summaries(of source: String) -> String { "summaries:\(source)" }

    /// All pages and messages of a locale.
    static func locale(_ tag: LocaleTag) -> String { "locale:\(tag)" }

    /// How the rows of the full-text index are numbered.
    static let searchLayout = "searchLayout"

    /// What lists tell of all events, guides and threads.
    static let contents = "contents"
  }

  /// What every piece needs.
  package let basis: Digest
  private var digests: [String: Digest] = [:]

  /// The facts of a site; `program` stands for what makes it.
  init(_ frame: Frame, _ catalogue: CatalogueDigests, program: Digest) {
    let site = frame.catalogue
    let templates = frame.templates
    basis = Digest { writer in
      writer.write(program)
      writer.write(frame.baseURL)
      writer.write(site.defaultLocale.text)
      writer.write(each: site.locales) { $0.write($1.text) }
      writer.write(each: site.sources) { writer, source in
        writer.write(source.name)
        writer.write(source.title)
      }
      writer.write(each: templates.assets) { $0.write($1.address) }
      writer.write(each: templates.ids.whole.sorted()) { $0.write($1) }
      writer.write(each: templates.ids.numbered.sorted()) { $0.write($1) }
    }
    for (name, digest) in templates.digests { digests[Name.template(name)] = digest }
    for (tag, digest) in catalogue.locales { digests[Name.locale(tag)] = digest }
    digests[Name.searchLayout] = catalogue.searchLayout
    addEvents(site, catalogue)
    addArticles(site, catalogue)
  }

  /// What these names stand for now.
  package func digest(of names: [String]) -> Digest {
    Digest { writer in
      for name in names {
        writer.write(name)
        writer.write(digests[name] ?? .absent)
      }
    }
  }

  private mutating func addEvents(_ site: SiteCatalogue, _ catalogue: CatalogueDigests) {
    var contents = ByteWriter(reserving: 1 << 16)
    for source in site.sources {
      var summaries = ByteWriter(reserving: 1 << 16)
      for event in site.events[source.events] {
        let summary = Digest { $0.write(event) }
        summaries.write(summary)
        digests[Name.event(event.key.description)] = Digest { writer in
          writer.write(summary)
          writer.write(catalogue.event(event.key))
          for page in event.editions.flatMap(\.pages) {
            writer.write(catalogue.pages[page.number] ?? .absent)
            // The page may have changed its content folder.
            writer.write(site.settings.url(ofPage: page.number, path: ""))
          }
        }
      }
      let digest = Digest(of: summaries.bytes)
      digests[Name.summaries(of: source.name)] = digest
      contents.write(digest)
    }
    for article in site.articles { contents.write(article) }
    digests[Name.contents] = Digest(of: contents.bytes)
  }

  private mutating func addArticles(_ site: SiteCatalogue, _ catalogue: CatalogueDigests) {
    for article in site.articles {
      let name = Name.article(article.place)
      digests[name] = Digest { writer in
        writer.write(article)
        for edition in article.editions {
          writer.write(catalogue.pages[edition.number] ?? .absent)
          writer.write(site.settings.url(ofPage: edition.number, path: ""))
        }
      }
      for edition in article.editions {
        let article = site.article(atPath: edition.path)
        digests[Name.path(edition.path)] = Digest { $0.write(article?.place) }
      }
    }
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ event: SiteEvent) {
    write(event.key.description)
    write(each: event.editions) { writer, edition in
      writer.write(edition.locale.text)
      writer.write(edition.title)
      writer.write(edition.message)
      writer.write(optional: edition.severity) { $0.write(number: $1) }
      writer.write(edition.component)
      writer.write(edition.symbolicName)
      writer.write(edition.date?.description)
      writer.write(byte: edition.isMachineMade ? 1 : 0)
      writer.write(byte: edition.isDrifted ? 1 : 0)
      writer.write(each: edition.pages) { $0.write($1.kind.rawValue) }
    }
    write(each: event.shown) { $0.write(number: $1) }
  }

  fileprivate mutating func write(_ article: SiteArticle) {
    write(article.place)
    write(each: article.ids) { $0.write($1.text) }
    write(each: article.editions) { writer, edition in
      writer.write(edition.locale.text)
      writer.write(edition.title)
      writer.write(edition.description)
      writer.write(edition.path)
      writer.write(edition.date?.description)
    }
    write(each: article.shown) { $0.write(number: $1) }
  }
}
