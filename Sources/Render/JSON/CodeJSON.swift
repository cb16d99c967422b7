package import Codes
package import Diagnostics

/// A decoded code as the JSON object that `decode` gives to other programs.
///
/// Keys are never renamed, only added; `templates/schema/code.schema.json` describes them.
package enum CodeJSON {
  /// Writes a code as one value; `events` and `others` as `CodePrinter` takes them.
  package static func write(
    _ code: DecodedCode, events: [[String]], others: [String], to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("schema", PageJSON.schema)
      json.member("kind", "code")
      json.member("code", code.text)
      json.member("readings", Array(zip(code.readings, events))) { json, element in
        write(element.0, events: element.1, to: &json)
      }
      json.member("events", others)
    }
  }

  private static func write(
    _ reading: CodeReading, events: [String], to json: inout JSONWriter
  ) {
    json.object { json in
      writeMembers(of: reading.code, to: &json)
      json.member("meaning", reading.code.meaning)
      if let parts = reading.parts {
        json.member("severity", parts.severity.rawValue)
        json.member("customer", parts.isCustomer)
        json.member("facility", Int(parts.facility))
        json.member("facilityNames", parts.facilityNames)
        json.member("facilityCode", Int(parts.code))
      }
      if let wrapped = reading.wrapped {
        json.key("wraps")
        json.object { json in
          writeMembers(of: wrapped, to: &json)
          json.member("meaning", wrapped.meaning)
        }
      }
      json.member("equivalents", reading.equivalents) { json, code in
        json.object { json in writeMembers(of: code, to: &json) }
      }
      json.member("events", events)
    }
  }

  private static func writeMembers(of code: ErrorCode, to json: inout JSONWriter) {
    json.member("space", code.space.rawValue)
    json.member("text", code.text)
    if let number = code.number {
      json.member("decimal", Int(number))
      json.member("signed", Int(Int32(bitPattern: number)))
      json.member("hexadecimal", ErrorCode.hexadecimal(number))
    }
    json.member("name", code.name)
  }
}
