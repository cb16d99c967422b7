internal import Catalogue

// What is said of that on which a fix stands, in every format but those for programs.
extension InterfaceWords {
  /// What supports a fix and where: `thread`, `reply 3`, `Ann`, `worked`, the locale where it is
  /// another than the answer's, `path:line`.
  func facts(of support: MergedFix.Support, in locale: LocaleTag) -> [String] {
    var facts = [self[kind: support.kind]]
    if let number = support.reply { facts.append(notice(.replyNumber, ["number": String(number)])) }
    if let author = support.author { facts.append(author) }
    if let outcome = support.outcome, let word = self[outcome: outcome] { facts.append(word) }
    if support.locale != locale { facts.append(support.locale.text) }
    facts.append("\(support.path):\(support.line)")
    return facts
  }

  /// What a reply says came of it, and where it was.
  func facts(of reply: Page.Reply) -> [String] {
    [self[outcome: reply.outcome]].compactMap { $0 } + reply.environment.map(\.text)
  }
}
