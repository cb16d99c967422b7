internal import Catalogue
internal import Records

/// What a page is confused with as bytes and back: kept beside the page, since it is known last.
enum ConfusionCodec {
  /// The bytes of a list; nil for an empty one.
  static func encode(_ confusions: [Page.Confusion]) -> [UInt8]? {
    guard !confusions.isEmpty else { return nil }
    var writer = ByteWriter(reserving: 256 * confusions.count)
    writer.write(each: confusions) { writer, confusion in
      writer.write(confusion.about?.text)
      writer.write(confusion.event)
      writer.write(confusion.quote)
    }
    return writer.bytes
  }

  /// The list that `encode` made bytes of.
  static func decode(_ bytes: [UInt8]) throws(CorruptBytes) -> [Page.Confusion] {
    var reader = ByteReader(bytes)
    let confusions = try reader.each { reader throws(CorruptBytes) in
      Page.Confusion(
        about: try reader.optionalText().map { EventID($0) }, event: try reader.text(),
        quote: try reader.quote())
    }
    guard reader.remaining == 0 else { throw reader.corrupt("more than a list of confusions") }
    return confusions
  }
}
