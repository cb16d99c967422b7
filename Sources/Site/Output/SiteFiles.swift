internal import Synchronization

/// Keeps a site in memory, for tests and whoever looks at single pages.
package final class SiteFiles: SiteSink {
  private let state = Mutex<[String: [UInt8]]>([:])

  package init() {}

  package func write(_ bytes: [UInt8], to path: String) throws {
    let isNew = state.withLock { $0.updateValue(bytes, forKey: path) == nil }
    guard isNew else { throw SameAddress(path: path) }
  }

  /// The paths, in order.
  package var paths: [String] { state.withLock { $0.keys.sorted() } }

  /// The bytes of a file.
  package subscript(path: String) -> [UInt8]? { state.withLock { $0[path] } }
}

/// Two parts of a site have one address.
struct SameAddress: Error, CustomStringConvertible {
  let path: String

  var description: String { "\(path): written twice" }
}
