package import Diagnostics
internal import Markup

extension Configuration {
  private enum Key: String, CaseIterable {
    case sources, defaultLocale, noTranslate, baseURL, sourceURL, headings, exclude
  }

  private enum SourceKey: String, CaseIterable {
    case name, title, ids
  }

  /// Reads a configuration file; what is wrong in it is reported and left out.
  ///
  /// - Parameters:
  ///   - bytes: The file, valid UTF-8.
  ///   - path: The file as diagnostics name it.
  ///   - diagnostics: Where what is wrong is reported.
  /// - Returns: The configuration, with its defaults for what is not given.
  package static func read(
    bytes: [UInt8], path: String, diagnostics: inout [Diagnostic]
  ) -> Configuration {
    var reader = SettingsReader(path: path)
    var configuration = Configuration()
    for entry in reader.entries(ofFile: bytes) {
      switch Key(rawValue: entry.key) {
      case .sources: configuration.sources = sources(entry, &reader)
      case .defaultLocale: configuration.defaultLocale = reader.word(of: entry)
      case .noTranslate: configuration.noTranslate = reader.words(of: entry)
      case .baseURL: configuration.baseURL = url(entry, &reader)
      case .sourceURL: configuration.sourceURL = url(entry, &reader)
      case .headings: configuration.headings = headings(entry, &reader)
      case .exclude: configuration.exclude = reader.words(of: entry).map { PathPattern($0) }
      case nil: reader.reportUnknown("key", entry, known: Key.allCases.map(\.rawValue))
      }
    }
    diagnostics += reader.diagnostics
    return configuration
  }

  /// Sources are listed by name alone, or each with its title, or each with keys of its own.
  private static func sources(
    _ entry: YAMLValue.Entry, _ reader: inout SettingsReader
  ) -> [Source] {
    if let named = entry.value.entries { return named.map { source($0, &reader) } }
    var sources: [Source] = []
    for value in entry.value.elements ?? [] {
      if let name = value.string {
        sources.append(Source(name: name))
      } else if let fields = value.entries, let name = value["name"]?.string {
        sources.append(source(named: name, fields, &reader))
      } else {
        reader.report("each of 'sources' must have a 'name'", at: value.position)
      }
    }
    return sources
  }

  private static func source(
    _ entry: YAMLValue.Entry, _ reader: inout SettingsReader
  ) -> Source {
    if let fields = entry.value.entries { return source(named: entry.key, fields, &reader) }
    return Source(name: entry.key, title: reader.word(of: entry))
  }

  private static func source(
    named name: String, _ fields: [YAMLValue.Entry], _ reader: inout SettingsReader
  ) -> Source {
    var source = Source(name: name)
    for field in fields {
      switch SourceKey(rawValue: field.key) {
      case .name: break
      case .title: source.title = reader.word(of: field)
      case .ids: source.ids = reader.shapes(of: field)
      case nil: reader.reportUnknown("key", field, known: SourceKey.allCases.map(\.rawValue))
      }
    }
    return source
  }

  /// An address of the web, without slashes at its end.
  private static func url(
    _ entry: YAMLValue.Entry, _ reader: inout SettingsReader
  ) -> String? {
    guard var text = reader.word(of: entry) else { return nil }
    guard text.hasPrefix("https://") || text.hasPrefix("http://") else {
      reader.report("'\(entry.key)' must begin with 'https://'", at: entry.value.position)
      return nil
    }
    while text.hasSuffix("/") { text.removeLast() }
    return text
  }

  private static func headings(
    _ entry: YAMLValue.Entry, _ reader: inout SettingsReader
  ) -> [Headings] {
    var headings: [Headings] = []
    for locale in reader.entries(of: entry) {
      for (role, words) in reader.roles(of: locale) {
        headings.append(Headings(locale: locale.key, role: role, words: words))
      }
    }
    return headings
  }
}

extension SettingsReader {
  /// The shapes of event IDs that a list gives.
  mutating func shapes(of entry: YAMLValue.Entry) -> [IDShape] {
    var shapes: [IDShape] = []
    for (text, position) in placedWords(of: entry) {
      if let shape = IDShape(text) {
        shapes.append(shape)
      } else {
        report("'\(text)' is not the shape of an ID, such as 'LNK####'", at: position)
      }
    }
    return shapes
  }

  /// The lists of words that stand under the names of roles.
  mutating func roles(of entry: YAMLValue.Entry) -> [(role: Role, words: [String])] {
    var roles: [(role: Role, words: [String])] = []
    for list in entries(of: entry) {
      if let role = Role(rawValue: list.key) {
        roles.append((role, words(of: list)))
      } else {
        reportUnknown("role", list, known: Role.allCases.map(\.rawValue))
      }
    }
    return roles
  }
}
