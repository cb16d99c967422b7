internal import Markup

/// An absolute address on the web, and what is relative to it.
struct Address {
  /// As it was written.
  let text: String
  private let scheme: String
  private let host: String
  /// The path, with `/` at its beginning, without query and fragment.
  private let path: String

  /// Takes an `http` or `https` address; nil for any other text.
  init?(_ written: String) {
    let text = written.trimmed
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
    let lowered = text.lowercased()
    guard let scheme = ["https", "http"].first(where: { lowered.hasPrefix($0 + "://") }) else {
      return nil
    }
    let rest = text.dropFirst(scheme.count + 3)
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard !host.isEmpty else { return nil }
    let path = rest.dropFirst(host.count).prefix { $0 != "?" && $0 != "#" }
    self.text = text
    self.scheme = scheme
    self.host = String(host)
    self.path = path.isEmpty ? "/" : String(path)
  }

  /// Whether it is a folder's or a site's, not a page's.
  var isFolder: Bool { path.hasSuffix("/") }

  /// The absolute form of a reference (RFC 3986, section 5.2); nil where it may not be linked to.
  func resolving(_ reference: String) -> String? {
    let reference = reference.trimmed
    guard LinkTarget.isAllowed(reference) else { return nil }
    if LinkTarget(reference.utf8) == .external {
      return reference.hasPrefix("//") ? "\(scheme):\(reference)" : reference
    }
    if reference.lowercased().hasPrefix("mailto:") { return reference }
    let site = "\(scheme)://\(host)"
    guard let first = reference.first else { return text }
    if first == "#" { return String(text.prefix { $0 != "#" }) + reference }
    if first == "?" { return site + path + reference }
    let tail = reference.drop { $0 != "?" && $0 != "#" }
    let own = reference.dropLast(tail.count)
    let folder = path[...(path.lastIndex(of: "/") ?? path.startIndex)]
    let whole = first == "/" ? String(own) : String(folder) + String(own)
    return site + Self.normalised(whole) + String(tail)
  }

  /// A path without `.` and `..`.
  private static func normalised(_ path: String) -> String {
    var parts: [Substring] = []
    let written = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (place, part) in written.enumerated() {
      let isLast = place == written.count - 1
      switch part {
      case ".": if isLast { parts.append("") }
      case "..":
        if !parts.isEmpty { parts.removeLast() }
        if isLast { parts.append("") }
      default: parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/")
  }
}
