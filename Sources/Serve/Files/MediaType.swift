/// What a file is, as HTTP says it, told by the ending of its name.
///
/// Source: the media types that IANA has registered; text is UTF-8, which is all that a site holds.
package enum MediaType {
  /// The type of a file.
  package static func of(_ path: String) -> String {
    switch path.split(separator: ".").last.map(String.init) {
    case "html": "text/html; charset=utf-8"
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "json": "application/json"
    case "xml": "application/xml"
    case "svg": "image/svg+xml"
    case "png": "image/png"
    case "ico": "image/vnd.microsoft.icon"
    case "txt": "text/plain; charset=utf-8"
    default: "application/octet-stream"
    }
  }
}
