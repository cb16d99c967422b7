internal import Diagnostics

/// Includes: where their fragments come from, and how much of them a page can take.
extension MarkdownParser {
  /// The fragment that an include names, or nil where it cannot be had, which is reported.
  mutating func fragment(for token: InlineToken, path target: String) -> Document? {
    var found: String
    switch library.locate(target, from: path) {
    case .found(let path):
      found = path
    case .otherCase(let path):
      report(
        .includeCase, token.position,
        "include '\(target)' is found as '\(path)': the names differ in case")
      found = path
    case .fallback(let path):
      report(
        .includeFallback, token.position,
        "include '\(target)' is missing in this locale's tree; '\(path)' is taken")
      found = path
    case .missing:
      report(.includeMissing, token.position, "include '\(target)' does not exist")
      return nil
    case .outside:
      report(
        .includeOutside, token.position,
        "include '\(target)' leads outside the content folder and is not read")
      return nil
    }
    if let start = stack.firstIndex(of: found) {
      report(
        .includeCircular, token.position,
        "include '\(target)' includes itself: \((stack[start...] + [found]).joined(separator: " -> "))"
      )
      isCircular = true
      return nil
    }
    return fragment(at: found, for: token, path: target)
  }

  /// The fragment in a file that was found, unless it is more than a page can take.
  private mutating func fragment(
    at found: String, for token: InlineToken, path target: String
  ) -> Document? {
    guard stack.count <= Self.includeDepthLimit else {
      report(
        .nestingDepth, token.position,
        "include '\(target)' nests deeper than \(Self.includeDepthLimit) levels", severity: .error)
      // From a page nearer to it, it can be had.
      isCircular = true
      circularReads += 1
      return nil
    }
    guard circularReads <= Self.circleLimit else {
      isCircular = true
      reportSize("the includes lead around in too many ways", token)
      return nil
    }
    do {
      let fragment = try library.fragment(at: found, stack: stack, circularReads: &circularReads)
      if fragment.isCircular { isCircular = true }
      let size = Size(nodes: fragment.document.nodes.count, bytes: fragment.document.pool.count)
      let whole = Size(nodes: document.nodes.count, bytes: document.pool.count) + size
      guard size.fits(in: Self.fragmentLimit), whole.fits(in: Self.pageLimit) else {
        reportSize("include '\(target)' makes the page too large", token)
        return nil
      }
      return fragment.document
    } catch {
      report(.includeMissing, token.position, "include '\(target)' cannot be read: \(error)")
      return nil
    }
  }

  /// Reports the first include of a file that is too much.
  private mutating func reportSize(_ message: String, _ token: InlineToken) {
    guard !isSizeReported else { return }
    isSizeReported = true
    report(.includeCircular, token.position, message)
  }
}
