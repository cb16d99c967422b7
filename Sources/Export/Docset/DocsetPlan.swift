internal import Catalogue
internal import Diagnostics
internal import Index

/// Which documents a docset has, and where each event stands in it: known before any is written, so
/// that they can lead to one another.
struct DocsetPlan {
  /// A document for a page of the catalogue.
  struct Document {
    var head: PageHead
    var path: String
  }

  /// A row of a message list of an event that has no reference page in the locale.
  struct Row {
    var event: EventKey
    var path: String
    /// Names the place in the document.
    var anchor: String
  }

  static let entrance = "index.html"
  static let style = "style.css"
  /// Documents of messages have so many.
  static let rowsOfDocument = 200

  let locale: LocaleTag
  private(set) var documents: [Document] = []
  /// Those that a document of messages has, each event once.
  private(set) var rows: [Row] = []
  /// Where an event stands, with its anchor.
  private(set) var places: [EventKey: String] = [:]
  /// The same by the names that links have for events, `MSSQLSERVER_10061`.
  private(set) var placesByName: [String: String] = [:]

  /// Plans the docset of a locale; events have reference pages, or rows of message lists.
  init(_ locale: LocaleTag, heads: [PageHead], messages: [EventKey]) {
    self.locale = locale
    var taken: Set<String> = [Self.entrance, Self.style]
    for head in heads where head.locale == locale {
      documents.append(Document(head: head, path: Self.path(head.path, &taken)))
    }
    for document in documents where document.head.kind == .reference {
      for id in document.head.ids {
        let event = EventKey(source: document.head.source, id: id)
        // The page that is about this event alone comes first.
        if document.head.ids.count == 1 || places[event] == nil { places[event] = document.path }
      }
    }
    var counts: [String: Int] = [:]
    var anchors: Set<String> = []
    for event in messages where places[event] == nil {
      let number = counts[event.source, default: 0]
      counts[event.source] = number + 1
      let path =
        "messages/\(PathComponent.of(event.source))/\(number / Self.rowsOfDocument + 1).html"
      var anchor = PathComponent.of(event.id.text)
      while !anchors.insert("\(path)#\(anchor)").inserted { anchor += "-" }
      rows.append(Row(event: event, path: path, anchor: anchor))
      places[event] = "\(path)#\(anchor)"
    }
    // Of some events nothing but a guide or a thread tells.
    for document in documents where document.head.kind != .reference {
      for id in document.head.ids {
        let event = EventKey(source: document.head.source, id: id)
        if places[event] == nil { places[event] = document.path }
      }
    }
    for (event, place) in places { placesByName["\(event)"] = place }
  }

  /// A page's path as that of a document: `mssqlserver/fr-fr/10061.html`.
  private static func path(_ path: String, _ taken: inout Set<String>) -> String {
    let stem = path.hasSuffix(".md") ? String(path.dropLast(3)) : path
    let parts = stem.split(separator: "/").map { PathComponent.of(String($0)) }
    // Apart from what else lies in the folder.
    let name = "pages/" + parts.joined(separator: "/")
    var candidate = "\(name).html"
    var number = 1
    while !taken.insert(candidate).inserted {
      number += 1
      candidate = "\(name)~~\(number).html"
    }
    return candidate
  }

  /// What leads from a document to the root of the documents.
  static func root(from path: String) -> String {
    String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }
}
