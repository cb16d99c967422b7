internal import Catalogue
internal import Markup
internal import Render

// What to do, each step with what it stands on.
extension EventPage {
  func stepValues() -> [TemplateValues] {
    plan.steps.steps.enumerated().map { number, step in
      TemplateValues { values in
        values.set("number", number + 1)
        values.set("stepHTML", html: html(of: step))
        let locale = plan.pages[step.page].page.locale
        let isForeign = locale != answer.locale
        values.set("lang", isForeign ? locale.text : nil)
        values.set("dir", isForeign ? locale.direction : nil)
        values.set("evidence", step.supports.enumerated().map(evidence))
      }
    }
  }

  private func html(of step: ToldSteps.Step) -> [UInt8] {
    var html = step.piece.map { self.html(of: [$0]) } ?? []
    if let words = step.words {
      html += "<p>".utf8
      html += QuotedText.html(of: words)
      html += "</p>\n".utf8
    }
    for code in step.code { HTMLWriter.appendCode(code, to: &html) }
    return html
  }

  private func evidence(number: Int, _ support: MergedFix.Support) -> TemplateValues {
    let page = plan.pages[support.page].page
    return TemplateValues { values in
      values.set("kind", support.kind.rawValue)
      values.set("kindWord", words[kind: support.kind])
      values.set("title", page.title)
      values.set(
        "href",
        article(of: page).map { article in
          let address = frame.href(article.address(framed.locale), on: framed)
          return support.reply.map { "\(address)#reply-\($0)" } ?? address
        })
      values.set("path", support.path)
      values.set("line", support.line)
      // The first is what was just read.
      values.set("quote", number > 0 ? QuotedText.plain(support.text) : nil)
      let isForeign = support.locale != answer.locale
      values.set("lang", isForeign ? support.locale.text : nil)
      values.set("dir", isForeign ? support.locale.direction : nil)
      values.set("author", support.author)
      values.set("date", support.date.map { words.date($0) })
      values.set("day", support.date?.description)
      values.set(
        "replyWord", support.reply.map { words.notice(.replyNumber, ["number": String($0)]) })
      values.set(
        "outcome", support.outcome.flatMap { words[outcome: $0] == nil ? nil : $0.rawValue })
      values.set("outcomeWord", support.outcome.flatMap { words[outcome: $0] })
    }
  }

  /// The guide or thread that a page of the answer is, if it is one.
  private func article(of page: Page) -> SiteArticle? {
    guard page.kind != .reference else { return nil }
    return frame.catalogue.article(atPath: page.path)
  }
}

extension ToldSteps {
  /// The steps as plain text.
  func texts(of answer: Answer) -> [String] {
    let pages = answer.allPages
    return steps.map { step in
      guard let piece = step.piece else { return step.words.map(QuotedText.plain) ?? "" }
      return piece.nodes.map { pages[piece.page].document.plainText(of: $0) }
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
  }
}
