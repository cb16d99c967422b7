internal import Catalogue
internal import Diagnostics

/// A file of the search: a script that hands its content over to `search.js`.
struct SearchScript {
  /// As it is asked for: `w12`.
  let name: String
  let bytes: [UInt8]

  /// A script with texts.
  init(_ name: String, of locale: LocaleTag, _ texts: [[UInt8]]) {
    self.init(name, of: locale) { json in
      for text in texts { json.string(bytes: text) }
    }
  }

  /// A script with what the body writes, one value after another.
  init(_ name: String, of locale: LocaleTag, _ body: (inout JSONWriter) -> Void) {
    self.name = name
    var json = JSONWriter()
    json.array { json in
      json.string("\(locale)/\(name)")
      body(&json)
    }
    // What stands between the brackets of an array are the arguments of a call.
    bytes = Array("errkbSearch.take(".utf8) + json.bytes.dropFirst().dropLast() + Array(");\n".utf8)
  }
}
