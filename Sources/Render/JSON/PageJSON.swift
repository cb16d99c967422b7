package import Catalogue
package import Diagnostics
internal import Markup

/// A page as the JSON object that `show`, `export` and the site give to other programs.
///
/// Keys are never renamed, only added; `templates/schema/page.schema.json` describes them. What the
/// page does not say is left out; a list is always there, empty or not, so that readers can loop.
package enum PageJSON {
  /// The number in `"schema"`.
  package static let schema = 1

  /// Writes a page as one value.
  ///
  /// `requestedLocale` is what was asked for, where the page is in another language; `answer` is
  /// the answer whose fixes, merged from all its pages, go with this one, those that name `state`
  /// first.
  package static func write(
    _ page: Page, requestedLocale: LocaleTag? = nil, mergedIn answer: Answer? = nil,
    state: Int? = nil, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("schema", schema)
      json.member("kind", page.kind.rawValue)
      json.member("source", page.source)
      json.member("ids", page.ids.map(\.text))
      json.member("locale", page.locale.text)
      json.member("requestedLocale", requestedLocale?.text)
      json.member("title", page.title)
      json.member("description", page.description)
      json.member("path", page.path)
      json.member("date", page.date?.description)
      writeOrigin(page.origin, &json)
      writeDetails(page.details, &json)
      json.member("severity", page.severity)
      json.member("logged", page.logged)
      writeContent(page, &json)
      writeConfusions(page, &json)
      if let answer {
        FixesJSON.writeFixes(of: answer, state: state, named: "mergedFixes", to: &json)
      }
      json.member("keywords", page.keywords)
      writeTranslation(page.translation, &json)
    }
  }

  private static func writeOrigin(_ origin: Page.Origin?, _ json: inout JSONWriter) {
    guard let origin else { return }
    json.key("origin")
    json.object { json in
      json.member("author", origin.author)
      json.member("address", origin.address)
      json.member("license", origin.license)
    }
  }

  private static func writeDetails(_ details: Page.Details, _ json: inout JSONWriter) {
    let members = [
      ("productName", details.productName), ("eventID", details.eventID),
      ("eventSource", details.eventSource), ("component", details.component),
      ("symbolicName", details.symbolicName), ("messageText", details.messageText),
    ]
    guard members.contains(where: { $0.1 != nil }) else { return }
    json.key("details")
    json.object { json in
      for (name, value) in members { json.member(name, value) }
    }
  }

  private static func writeContent(_ page: Page, _ json: inout JSONWriter) {
    let document = page.document
    json.member("sections", page.sections) { json, section in
      json.object { json in
        json.member("role", section.role.rawValue)
        json.member("anchor", section.anchor)
        json.member("level", section.level)
        json.member("title", section.title)
        if !section.events.isEmpty { json.member("events", section.events.map(\.text)) }
        json.key("text")
        json.string(bytes: document.plainBytes(of: section.body))
        json.key("markdown")
        json.string(bytes: markdown(of: section.body, in: document))
      }
    }
    json.member("fixes", page.fixes) { json, fix in
      json.object { json in
        json.member("text", fix.text)
        json.member("code", fix.code)
        let section = fix.section.flatMap { page.sections.indices.contains($0) ? $0 : nil }
        json.member("section", section.map { page.sections[$0].anchor })
      }
    }
    // Of what is no thread there can be none.
    if !page.replies.isEmpty {
      json.member("replies", page.replies) { json, reply in
        json.object { json in
          json.member("number", reply.number)
          json.member("author", reply.author)
          json.member("date", reply.date?.description)
          json.key("text")
          json.string(bytes: document.plainBytes(of: reply.nodes))
          json.member("tried", reply.tried.map(\.text))
          json.member("outcome", reply.outcome.rawValue)
          json.member("evidence", reply.evidence?.text)
          json.member("environment", reply.environment.map(\.text))
        }
      }
    }
    json.member("states", page.states) { json, state in
      json.object { json in
        json.member("from", state.from)
        json.member("to", state.to)
        json.member("text", state.text)
      }
    }
    json.member("alerts", page.alerts) { json, alert in
      json.object { json in
        json.member("kind", alert.kind.name)
        json.member("text", alert.text)
      }
    }
    json.member("links", page.links) { json, link in
      json.object { json in
        json.member("text", link.text)
        json.member("target", link.target)
        json.member("event", link.event)
      }
    }
  }

  private static func writeConfusions(_ page: Page, _ json: inout JSONWriter) {
    json.member("confusedWith", page.confusions) { json, confusion in
      json.object { json in
        json.member("about", confusion.about?.text)
        json.member("event", confusion.event)
        json.member("text", confusion.quote.text)
        json.member("path", confusion.quote.file ?? page.path)
        json.member("line", confusion.quote.line)
      }
    }
  }

  /// The Markdown of a section without the line break at its end.
  private static func markdown(of range: Range<Int>, in document: Document) -> [UInt8] {
    var bytes = document.markdown(of: range)
    if bytes.last == 0x0A { bytes.removeLast() }
    return bytes
  }

  private static func writeTranslation(
    _ translation: Page.Translation?, _ json: inout JSONWriter
  ) {
    guard let translation else { return }
    json.key("translation")
    json.object { json in
      json.member("method", translation.method)
      json.member("handoff", translation.handoff?.description)
      json.member("sourceHash", translation.sourceHash)
      json.member("sourceCommit", translation.sourceCommit)
      json.member("drift", translation.drift)
    }
  }
}
