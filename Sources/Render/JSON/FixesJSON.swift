package import Catalogue
package import Diagnostics
internal import Markup

/// What to do about an event as the JSON object that `errkb fixes` gives to other programs.
///
/// Keys are never renamed, only added; `templates/schema/fixes.schema.json` describes them.
package enum FixesJSON {
  /// Writes the merged fixes of an answer as one value, those that name a state first.
  package static func write(_ answer: Answer, state: Int? = nil, to json: inout JSONWriter) {
    json.object { json in
      json.member("schema", PageJSON.schema)
      json.member("source", answer.source)
      json.member("id", answer.id.text)
      json.member("locale", answer.locale.text)
      json.member("requestedLocale", answer.requested.first?.text)
      json.member("state", state)
      writeFixes(of: answer, state: state, named: "fixes", to: &json)
    }
  }

  /// Writes the merged fixes of an answer as a member of an object.
  static func writeFixes(
    of answer: Answer, state: Int?, named name: String, to json: inout JSONWriter
  ) {
    let fixes = answer.fixes(namingFirst: state)
    json.member(name, Array(fixes.enumerated())) { json, fix in
      json.object { json in write(fix.element, number: fix.offset + 1, of: answer, &json) }
    }
  }

  private static func write(
    _ fix: MergedFix, number: Int, of answer: Answer, _ json: inout JSONWriter
  ) {
    json.member("number", number)
    json.member("text", fix.leader.text)
    json.key("markdown")
    json.string(bytes: markdown(of: fix.leader, in: answer.allPages[fix.leader.page]))
    json.member("code", fix.code.map(\.text))
    json.member("sources", fix.sources)
    let states = answer.states(namedBy: fix.supports)
    if !states.isEmpty {
      json.member("states", states) { json, states in
        json.object { json in
          json.member("from", states.lowerBound)
          json.member("to", states.upperBound)
        }
      }
    }
    json.member("supports", fix.supports) { json, support in
      json.object { json in
        json.member("kind", support.kind.rawValue)
        json.member("path", support.path)
        json.member("line", support.line)
        json.member("locale", support.locale.text)
        json.member("text", support.text)
        json.member("reply", support.reply)
        json.member("author", support.author)
        json.member("date", support.date?.description)
        json.member("outcome", support.outcome?.rawValue)
      }
    }
  }

  /// The whole fix, or of a reply all that it says, without the line break at its end.
  private static func markdown(of support: MergedFix.Support, in page: Page) -> [UInt8] {
    var bytes: [UInt8] = []
    switch support.place {
    case .fix(let index):
      bytes = page.document.markdown(of: page.fixes[index].content(in: page.document))
    case .reply(let index):
      bytes = page.document.markdown(of: page.replies[index].nodes)
    }
    if bytes.last == 0x0A { bytes.removeLast() }
    return bytes
  }
}
