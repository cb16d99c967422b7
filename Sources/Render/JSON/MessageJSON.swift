package import Catalogue
package import Diagnostics

/// A row of a message list as the JSON object that `show` and `export` give to other programs.
package enum MessageJSON {
  /// Writes a message as one value.
  ///
  /// `requestedLocale` is what was asked for, where the message is in another language.
  package static func write(
    _ message: Message, requestedLocale: LocaleTag? = nil, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("schema", PageJSON.schema)
      json.member("kind", "message")
      json.member("source", message.source)
      json.member("ids", [message.id.text])
      json.member("locale", message.locale.text)
      json.member("requestedLocale", requestedLocale?.text)
      json.member("severity", message.severity)
      json.member("logged", message.logged)
      json.member("text", message.text)
    }
  }
}
