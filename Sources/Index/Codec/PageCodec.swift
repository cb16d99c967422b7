package import Catalogue
internal import Markup
package import Records

/// A page as bytes and back: what the catalogue keeps so that `show` reads one value and has all.
///
/// Nothing in the bytes is trusted: decoding checks every count, range and tree edge, so that a
/// damaged file is an error and what comes out may be walked without further checks.
package enum PageCodec {
  /// The first byte.
  ///
  /// It changes with the layout and with the order of the cases of `Role`,
  /// `Page.Kind`, `Page.Outcome`, `Document.Kind` and `Document.Alert`, which are written as numbers.
  static let version: UInt8 = 3

  /// The bytes of a page.
  package static func encode(_ page: Page) -> [UInt8] {
    // What is not in the document is mostly said there too: its size twice is seldom passed.
    let estimate = 2 * page.document.pool.count + 6 * page.document.nodes.count + 512
    var writer = ByteWriter(reserving: estimate)
    writer.write(byte: version)
    writer.write(page)
    return writer.bytes
  }

  /// The page that `encode` made bytes of.
  package static func decode(_ bytes: [UInt8]) throws(CorruptBytes) -> Page {
    var reader = ByteReader(bytes)
    let found = try reader.byte()
    guard found == version else { throw reader.corrupt("a page in layout \(found)") }
    let page = try reader.page()
    guard reader.remaining == 0 else { throw reader.corrupt("more than a page") }
    return page
  }
}

/// The number of a case among all cases of its type.
func ordinal<Case: CaseIterable & Equatable>(of value: Case) -> UInt8 {
  var number: UInt8 = 0
  for other in Case.allCases {
    if other == value { return number }
    number += 1
  }
  preconditionFailure("allCases lacks a case")
}
