internal import FlyingFox
internal import Foundation

/// Answers requests with files of the site, and with what reloads its pages.
struct SiteHandler: HTTPHandler {
  let folder: ServedFolder
  /// What pages are told of builds; nil where nobody watches the content.
  let board: NewsBoard?
  /// How long a page waits for news before it asks again.
  let patience: Duration

  /// Where what the server itself has to give lies; no name in a site begins with a dot.
  private static let ownFolder = ".errkb"

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    guard isForUs(request) else {
      return text(.misdirectedRequest, "This server answers for this machine alone.\n")
    }
    guard request.method == .GET || request.method == .HEAD else {
      var response = text(.methodNotAllowed, "Only GET and HEAD are answered.\n")
      response.headers[HTTPHeader("Allow")] = "GET, HEAD"
      return response
    }
    guard let path = RequestPath(request.target.path()) else {
      return text(.badRequest, "No such path.\n")
    }
    if let board, path.parts.count == 2, path.parts[0] == Self.ownFolder {
      return await own(path.parts[1], request, board)
    }
    switch folder.content(path) {
    case .file(let file):
      return response(.ok, file, to: request)
    case .folder:
      // What came after it, a query, is kept: a path that begins with two slashes names a host.
      let place = "/" + request.target.path().drop { $0 == "/" } + "/"
      let query = request.target.query()
      return HTTPResponse(
        statusCode: .permanentRedirect,
        headers: headers([.location: query.isEmpty ? place : "\(place)?\(query)"]))
    case .nothing:
      guard let page = RequestPath("/404.html"), case .file(let file) = folder.content(page) else {
        return text(.notFound, "There is no such page.\n")
      }
      return response(.notFound, file, to: request)
    }
  }

  /// Whether a request names this machine: a page from elsewhere whose name was made to lead here
  /// does not.
  private func isForUs(_ request: HTTPRequest) -> Bool {
    guard var host = request.headers[.host]?.lowercased() else { return true }
    if let colon = host.lastIndex(of: ":"), !host.hasSuffix("]") { host = String(host[..<colon]) }
    return ["localhost", "127.0.0.1", "[::1]"].contains(host) || host.hasSuffix(".localhost")
  }
}

// MARK: - Responses

extension SiteHandler {
  private func response(
    _ status: HTTPStatusCode, _ file: ServedFolder.File, to request: HTTPRequest
  ) -> HTTPResponse {
    let type = MediaType.of(file.name)
    let isPage = type.hasPrefix("text/html")
    let bytes = isPage && board != nil ? listening(file.bytes) : file.bytes
    var fields = headers([.contentType: type, .eTag: file.tag])
    if status == .ok, request.headers[HTTPHeader("If-None-Match")] == file.tag {
      return HTTPResponse(statusCode: .notModified, headers: fields)
    }
    guard request.method != .HEAD else {
      fields[.contentLength] = String(bytes.count)
      return HTTPResponse(statusCode: status, headers: fields)
    }
    return HTTPResponse(statusCode: status, headers: fields, body: Data(bytes))
  }

  private func text(_ status: HTTPStatusCode, _ text: String) -> HTTPResponse {
    HTTPResponse(
      statusCode: status, headers: headers([.contentType: MediaType.of("x.txt")]),
      body: Data(text.utf8))
  }

  /// With what every response says: that the browser is to ask again each time, as the writer wants
  /// to see what was built, and is to take types as they are given.
  private func headers(_ fields: [HTTPHeader: String]) -> HTTPHeaders {
    var fields = fields
    fields[.cacheControl] = "no-cache"
    fields[HTTPHeader("X-Content-Type-Options")] = "nosniff"
    return HTTPHeaders(fields)
  }
}

// MARK: - Live reload

extension SiteHandler {
  private func own(
    _ name: String, _ request: HTTPRequest, _ board: NewsBoard
  ) async -> HTTPResponse {
    let bytes: [UInt8]
    switch name {
    case "reload.js": bytes = PackageResources.reload_js
    case "reload.css": bytes = PackageResources.reload_css
    case "news.js":
      let number = request.query.first { $0.name == "after" }.flatMap { Int($0.value) }
      bytes = await board.news(otherThan: number, within: patience).script
    default: return text(.notFound, "There is no such page.\n")
    }
    var fields = headers([.contentType: MediaType.of(name)])
    fields[.cacheControl] = "no-store"
    return HTTPResponse(statusCode: .ok, headers: fields, body: Data(bytes))
  }

  /// A page with what listens for news at its end.
  private func listening(_ page: [UInt8]) -> [UInt8] {
    let tags = """
      <link rel="stylesheet" href="/\(Self.ownFolder)/reload.css">
      <script src="/\(Self.ownFolder)/reload.js" defer></script>

      """
    let end = Array("</head>".utf8)
    // The first: in the text of a page it cannot stand, there `<` is escaped.
    guard let place = page.firstRange(of: end)?.lowerBound else { return page }
    return Array(page[..<place]) + Array(tags.utf8) + Array(page[place...])
  }
}
