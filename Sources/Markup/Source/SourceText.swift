package import Diagnostics

/// A file made ready for reading: valid UTF-8, LF line ends, no byte-order mark, no control
/// characters but tab and line feed.
///
/// Lines and columns stay those of the file as written, save for columns after a replaced byte.
package struct SourceText: Sendable {
  /// The file, as it was reached from where the command runs.
  package let path: String
  package let bytes: [UInt8]

  /// Makes a file's bytes ready; what had to be put right is reported.
  package init(path: String, raw: [UInt8], diagnostics: inout [Diagnostic]) {
    self.path = path
    var bytes = raw
    if let decoded = Self.decodedUTF16(raw) {
      diagnostics.append(
        Diagnostic(.invalidUTF8, path: path, at: .start, "the file is UTF-16, not UTF-8"))
      bytes = decoded
    } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      diagnostics.append(
        Diagnostic(.byteOrderMark, path: path, at: .start, "the file begins with a byte-order mark")
      )
      bytes.removeFirst(3)
    }
    if let invalid = Self.firstInvalidByte(bytes) {
      diagnostics.append(
        Diagnostic(
          .invalidUTF8, path: path, at: Self.position(of: invalid, in: bytes),
          "the bytes are not UTF-8; U+FFFD stands in their place"))
      bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
    }
    self.bytes = Self.cleaned(bytes, path: path, diagnostics: &diagnostics)
  }

  /// A text that is ready already, in a test or from a caller that made it.
  package init(path: String, ready bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The place of a byte offset; lines end as they do in any text, LF, CR LF or CR.
  package static func position(of offset: Int, in bytes: [UInt8]) -> SourcePosition {
    var line = 1
    var lineStart = 0
    for index in 0..<min(offset, bytes.count) where bytes[index] == 0x0A || bytes[index] == 0x0D {
      // The two bytes of CR LF end one line.
      if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { continue }
      line += 1
      lineStart = index + 1
    }
    return SourcePosition(line: line, column: offset - lineStart + 1)
  }

  private static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// The text as UTF-8 if the bytes begin with a UTF-16 byte-order mark.
  private static func decodedUTF16(_ bytes: [UInt8]) -> [UInt8]? {
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return nil }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      isLittle
        ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
        : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// Line ends made LF, control characters made U+FFFD.
  private static func cleaned(
    _ bytes: [UInt8], path: String, diagnostics: inout [Diagnostic]
  ) -> [UInt8] {
    func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x09 && byte != 0x0A }
    guard let first = bytes.firstIndex(where: isControl) else { return bytes }
    var result = Array(bytes[..<first])
    result.reserveCapacity(bytes.count)
    var isReported = false
    var index = first
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0D {
        if index < bytes.count, bytes[index] == 0x0A { index += 1 }
        result.append(0x0A)
      } else if isControl(byte) {
        if !isReported {
          isReported = true
          diagnostics.append(
            Diagnostic(
              .controlCharacter, path: path, at: position(of: result.count, in: result),
              "the control character U+\(hexadecimal(byte)) is not text; U+FFFD stands in its place"
            ))
        }
        result.append(contentsOf: [0xEF, 0xBF, 0xBD])
      } else {
        result.append(byte)
      }
    }
    return result
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}
