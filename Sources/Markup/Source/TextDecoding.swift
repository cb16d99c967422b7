internal import CXML2

/// Bytes of a foreign file to UTF-8: byte-order marks, what the text says of itself, and what the
/// bytes look like.
package enum TextDecoding {
  /// The text as valid UTF-8 with LF line ends, without controls other than tab and line feed.
  ///
  /// Bytes that are valid UTF-8 are UTF-8 whatever the file says of itself: no other encoding comes
  /// to that by chance. Else a byte-order mark decides, then `declared`, then `fallback`, then
  /// Windows-1252. Labels are those of the Encoding Standard, the common ones at least.
  package static func text(
    _ raw: [UInt8], declared: String? = nil, fallback: String? = nil
  ) -> [UInt8] {
    cleaned(decoded(raw, declared: declared, fallback: fallback))
  }

  private static func decoded(_ raw: [UInt8], declared: String?, fallback: String?) -> [UInt8] {
    if raw.starts(with: [0xEF, 0xBB, 0xBF]) { return valid(Array(raw.dropFirst(3))) }
    if let isLittle = byteOrder(of: raw) { return utf16(raw, isLittle: isLittle) }
    let name = declared.map(encoding(labelled:))
    // Its bytes are all ASCII, so that they would pass for UTF-8.
    if name != "ISO-2022-JP", isValid(raw) { return raw }
    if name == "UTF-8" { return valid(raw) }
    for candidate in [name, fallback.map(encoding(labelled:)), "windows-1252"] {
      if let candidate, let text = converted(raw, from: candidate) { return valid(text) }
    }
    return valid(raw)
  }

  /// The encoding that a label means; browsers read Latin-1 and its like as what contains it.
  private static func encoding(labelled label: String) -> String {
    let label = label.lowercased()
    switch label {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "utf-16", "utf-16le", "utf-16be": return "UTF-8"
    case "iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "ascii", "us-ascii", "cp1252",
      "x-cp1252", "ansi":
      return "windows-1252"
    case "iso-8859-9", "latin5": return "windows-1254"
    case "iso-8859-11", "tis-620", "windows-874": return "CP874"
    case "gb2312", "gbk", "x-gbk", "gb_2312-80", "cp936", "gb18030": return "GB18030"
    case "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j", "cp932":
      return "CP932"
    case "ks_c_5601-1987", "ks_c_5601", "euc-kr", "korean", "windows-949": return "CP949"
    case "big5", "big5-hkscs", "cn-big5", "x-x-big5": return "BIG5-HKSCS"
    case "iso-8859-8-i", "iso-8859-8", "logical": return "windows-1255"
    default: return label == "iso-2022-jp" ? "ISO-2022-JP" : label
    }
  }

  /// Converts through libxml2's converters; nil where it has none of that name, or no byte passed.
  private static func converted(_ raw: [UInt8], from name: String) -> [UInt8]? {
    XMLLibrary.isReady
    guard let handler = unsafe xmlFindCharEncodingHandler(name) else { return nil }
    defer { unsafe xmlCharEncCloseFunc(handler) }
    // It would else say on standard error what is wrong with the bytes.
    unsafe xmlSetStructuredErrorFunc(nil) { _, _ in }
    defer { xmlSetStructuredErrorFunc(nil, nil) }
    guard let input = unsafe xmlBufferCreate(), let output = unsafe xmlBufferCreate() else {
      return nil
    }
    defer {
      unsafe xmlBufferFree(input)
      unsafe xmlBufferFree(output)
    }
    var text: [UInt8] = []
    text.reserveCapacity(raw.count * 3 / 2)
    var start = 0
    let step = 1 << 15
    while unsafe start < raw.count || xmlBufferLength(input) > 0 {
      let end = min(start + step, raw.count)
      unsafe raw[start..<end].withUnsafeBufferPointer { bytes in
        _ = unsafe xmlBufferAdd(input, bytes.baseAddress, Int32(bytes.count))
      }
      start = end
      let before = unsafe xmlBufferLength(input)
      _ = unsafe xmlCharEncInFunc(handler, output, input)
      let produced = unsafe xmlBufferLength(output)
      if produced > 0, let content = unsafe xmlBufferContent(output) {
        unsafe text.append(contentsOf: UnsafeBufferPointer(start: content, count: Int(produced)))
      }
      unsafe xmlBufferEmpty(output)
      // What cannot be converted is replaced a byte at a time; the last bytes of a piece may only
      // be the beginning of a character.
      let left = unsafe xmlBufferLength(input)
      if left == before || (start == raw.count && left > 0 && produced == 0) {
        guard left > 8 || start == raw.count else { continue }
        unsafe xmlBufferShrink(input, 1)
        text.append(contentsOf: [0xEF, 0xBF, 0xBD])
      }
    }
    return text
  }

  // MARK: UTF-8 and UTF-16

  private static func isValid(_ bytes: [UInt8]) -> Bool {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch {
      return false
    }
  }

  private static func valid(_ bytes: [UInt8]) -> [UInt8] {
    isValid(bytes) ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  /// Whether the bytes are UTF-16 and the low byte comes first: told by their mark, or by the zeros
  /// that markup and Latin letters leave in every other place.
  private static func byteOrder(of bytes: [UInt8]) -> Bool? {
    if bytes.starts(with: [0xFF, 0xFE]) { return true }
    if bytes.starts(with: [0xFE, 0xFF]) { return false }
    let head = bytes.prefix(64)
    guard head.count >= 4 else { return nil }
    let even = stride(from: 0, to: head.count, by: 2).count { bytes[$0] == 0 }
    let odd = stride(from: 1, to: head.count, by: 2).count { bytes[$0] == 0 }
    if even == 0, odd * 10 >= head.count * 4 { return true }
    if odd == 0, even * 10 >= head.count * 4 { return false }
    return nil
  }

  private static func utf16(_ bytes: [UInt8], isLittle: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = 0
    while index + 1 < bytes.count {
      let (one, other) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isLittle ? one | other << 8 : one << 8 | other)
      index += 2
    }
    if units.first == 0xFEFF { units.removeFirst() }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// CR and CR LF made LF, a form feed too; other controls are no text and go.
  private static func cleaned(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x7F }) else {
      return bytes
    }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for index in bytes.indices {
      switch bytes[index] {
      case 0x0D:
        if index + 1 == bytes.count || bytes[index + 1] != 0x0A { text.append(0x0A) }
      case 0x0C: text.append(0x0A)
      case 0x09, 0x0A, 0x20..<0x7F, 0x80...: text.append(bytes[index])
      default: break
      }
    }
    return text
  }
}
