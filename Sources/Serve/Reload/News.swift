internal import Diagnostics

/// What became of the last build, as pages that are open are told.
package struct News: Sendable, Hashable {
  package enum State: String, Sendable {
    /// The site is that of the last build.
    case built
    /// A build runs.
    case building
    /// The last build failed: the site is that of an earlier one.
    case failed
  }

  /// Counts what happened; pages tell what they have heard of by it.
  package var number = 0
  /// How often the site was put in place; a page that was loaded before is reloaded.
  package var edition = 0
  package var state = State.built
  /// What the last build printed.
  package var diagnostics = ""

  package init() {}

  /// The news as a script that hands them to the page.
  ///
  /// A script, because that is what the policy of the pages lets them load from their own site.
  var script: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("number", number)
      json.member("edition", edition)
      json.member("state", state.rawValue)
      json.member("diagnostics", diagnostics)
    }
    return Array("errkbNews(".utf8) + json.bytes + Array(");\n".utf8)
  }
}
