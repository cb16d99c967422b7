internal import Catalogue
internal import Diagnostics

/// An index of OpenSearch for the documents of one locale: what it is called, and how their text is
/// taken apart.
struct OpenSearchIndex {
  let locale: LocaleTag
  /// In small letters, as the names of indexes must be: `errkb-fr`, `errkb-pt-br`.
  let name: String

  /// An index for a locale by the name of its files.
  init(_ locale: LocaleTag, name: String) {
    self.locale = locale
    let parts = name.lowercased().split { $0 == "_" || $0 == "@" }
    self.name = "errkb-\(parts.joined(separator: "-"))"
  }

  /// The analyzers that OpenSearch brings along, by language
  /// (<https://docs.opensearch.org/docs/latest/analyzers/language-analyzers/index/>).
  private static let analyzers: [String: String] = [
    "ar": "arabic", "bg": "bulgarian", "bn": "bengali", "ca": "catalan", "ckb": "sorani",
    "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish",
    "fr": "french", "ga": "irish", "gl": "galician", "hi": "hindi", "hu": "hungarian",
    "hy": "armenian", "id": "indonesian", "it": "italian", "ja": "cjk", "ko": "cjk",
    "lt": "lithuanian", "lv": "latvian", "nb": "norwegian", "nl": "dutch", "nn": "norwegian",
    "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish",
    "th": "thai", "tr": "turkish", "zh": "cjk",
  ]

  /// The analyzer of the locale's language; `standard` cuts words and no more.
  var analyzer: String {
    if locale.language == "pt", locale.region == "BR" { return "brazilian" }
    return Self.analyzers[locale.language] ?? "standard"
  }

  /// Longer values of keywords are not indexed: Lucene refuses terms of more than 32,766 bytes.
  private static let longestKeyword = 1024

  /// Writes what creates the index: the body of `PUT /NAME`.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("settings")
      json.object { json in
        json.key("analysis")
        json.object { json in
          json.key("analyzer")
          json.object { json in
            json.key("errkb_text")
            json.object { $0.member("type", analyzer) }
          }
          json.key("normalizer")
          json.object { json in
            json.key("errkb_name")
            json.object { json in
              json.member("type", "custom")
              json.member("filter", ["lowercase"])
            }
          }
        }
      }
      json.key("mappings")
      json.object { json in
        json.member("dynamic", "strict")
        json.key("properties")
        json.object { json in
          for (name, field) in OpenSearchDocument.fields {
            json.key(name)
            Self.write(field, to: &json)
          }
        }
      }
    }
  }

  private static func write(_ field: OpenSearchDocument.Field, to json: inout JSONWriter) {
    json.object { json in
      switch field {
      case .text:
        json.member("type", "text")
        json.member("analyzer", "errkb_text")
      case .code:
        json.member("type", "text")
        json.member("analyzer", "standard")
      case .name:
        json.member("type", "keyword")
        json.member("normalizer", "errkb_name")
        json.member("ignore_above", longestKeyword)
      case .keyword:
        json.member("type", "keyword")
        json.member("ignore_above", longestKeyword)
      case .number: json.member("type", "integer")
      case .truth: json.member("type", "boolean")
      case .day:
        json.member("type", "date")
        json.member("format", "strict_date")
      }
    }
  }
}
