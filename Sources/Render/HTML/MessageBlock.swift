/// The text that the product prints, its placeholders told apart.
package enum MessageBlock {
  /// Appends a message as a paragraph; the ranges count its UTF-8 bytes, and those that do not fit
  /// are plain text.
  static func append(
    _ message: String, placeholders: [Range<Int>], to output: inout [UInt8]
  ) {
    output.append(contentsOf: "<p class=\"message\">".utf8)
    appendText(message, placeholders: placeholders, to: &output)
    output.append(contentsOf: "</p>\n".utf8)
  }

  /// Appends the text of a message alone.
  package static func appendText(
    _ message: String, placeholders: [Range<Int>], to output: inout [UInt8]
  ) {
    let text = Array(message.utf8)
    var start = 0
    for range in placeholders where range.lowerBound >= start && range.upperBound <= text.count {
      HTMLEscaping.appendText(text[start..<range.lowerBound], to: &output)
      output.append(contentsOf: "<span class=\"placeholder\" translate=\"no\">".utf8)
      HTMLEscaping.appendText(text[range], to: &output)
      output.append(contentsOf: "</span>".utf8)
      start = range.upperBound
    }
    HTMLEscaping.appendText(text[start...], to: &output)
  }
}
