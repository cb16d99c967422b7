package import Catalogue
internal import Synchronization

/// The catalogue of a former build, of which the next takes over pages, on any thread.
package final class FormerCatalogue: Sendable {
  private let reader: Mutex<CatalogueReader>

  /// Opens the catalogue at a path; throws `CatalogueError` where it is none.
  package init(path: String) throws(CatalogueError) {
    reader = Mutex(try CatalogueReader(path: path))
  }

  /// A page as its file told it, without what only the whole catalogue tells.
  package func page(number: Int) throws -> Page {
    let body = try reader.withLock { reader throws(CatalogueError) in
      try reader.body(ofPage: number)
    }
    return try PageCodec.decode(body)
  }
}

extension CatalogueReader {
  /// The bytes that a page is kept as.
  fileprivate func body(ofPage number: Int) throws(CatalogueError) -> [UInt8] {
    let body = try asking(.page) { statement throws(SQLiteError) in
      try statement.bind(number)
      return try statement.step() ? statement.storedPage.body : nil
    }
    guard let body else { throw .corrupt(path: path, reason: "there is no page \(number)") }
    return body
  }
}
