extension LocaleTag {
  /// Reads a tag that is well-formed by RFC 5646, in any case, and puts it into canonical form.
  ///
  /// Codes that were replaced become the present ones (`iw` is `he`), an extended language stands
  /// for itself (`zh-yue` is `yue`), extensions are ordered by their singletons. Whether the
  /// subtags are registered is not asked: `errors` is well-formed, and so is `docs`. What is meant
  /// to be a locale by its looks alone should have `isKnownLanguage` too.
  package init?(_ text: String) {
    let isPlausible = text.utf8.allSatisfy { byte in
      switch byte | 0x20 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): true
      default: byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte)
      }
    }
    guard isPlausible else { return nil }
    let lowered = text.lowercased()
    if let preferred = LocaleAliases.preferred(lowered) {
      self.init(canonical: preferred)
      return
    }
    var reader = SubtagReader(LocaleTag(canonical: lowered).subtags)
    guard let canonical = reader.canonicalTag() else { return nil }
    self.init(canonical: canonical)
  }
}

/// The codes that were replaced, by `aliases.txt`.
private enum LocaleAliases {
  private static let table = DataTable(PackageResources.aliases_txt)

  /// What stands for a language or a whole tag now.
  static func preferred(_ lowered: String) -> String? { table[lowered] }

  /// What stands for a region now.
  static func preferred(region lowered: String) -> String? { table["_" + lowered] }
}

/// Reads subtags in lower case by the grammar of RFC 5646, section 2.1.
private struct SubtagReader {
  private var rest: ArraySlice<Substring>

  init(_ subtags: [Substring]) { rest = subtags[...] }

  /// The tag in canonical form, or nil where the grammar is broken.
  mutating func canonicalTag() -> String? {
    guard rest.allSatisfy({ (1...8).contains($0.utf8.count) }) else { return nil }
    if rest.first == "x" {
      guard let subtags = privateUse() else { return nil }
      return subtags.joined(separator: "-")
    }
    guard let language = language() else { return nil }
    let alias = LocaleAliases.preferred(language).map(LocaleTag.init(canonical:))
    let script = take { $0.utf8.count == 4 && $0.isAlphabetic }.map(Self.titleCased)
    let region = take { $0.isRegion }.map { LocaleAliases.preferred(region: $0) ?? $0.uppercased() }
    var tag = alias?.language ?? language
    if let script = script ?? alias?.script { tag += "-" + script }
    if let region = region ?? alias?.region { tag += "-" + region }
    if rest.isEmpty { return tag }
    guard let variants = variants(), let extensions = extensions() else { return nil }
    guard let privateUse = privateUse(), rest.isEmpty else { return nil }
    return ([tag] + variants + extensions + privateUse).joined(separator: "-")
  }

  /// The language; an extended language, which is always registered as one too, comes in its place.
  private mutating func language() -> String? {
    guard let language = take({ $0.utf8.count >= 2 && $0.isAlphabetic }) else { return nil }
    guard language.utf8.count <= 3 else { return language }
    return take { $0.utf8.count == 3 && $0.isAlphabetic } ?? language
  }

  private mutating func variants() -> [String]? {
    var variants: [String] = []
    while let variant = take({ $0.isVariant }) {
      guard !variants.contains(variant) else { return nil }
      variants.append(variant)
    }
    return variants
  }

  private mutating func extensions() -> [String]? {
    var extensions: [String: [String]] = [:]
    while let singleton = take({ $0.utf8.count == 1 && $0 != "x" }) {
      var subtags = [singleton]
      while let subtag = take({ $0.utf8.count >= 2 }) { subtags.append(subtag) }
      guard subtags.count > 1, extensions.updateValue(subtags, forKey: singleton) == nil else {
        return nil
      }
    }
    return extensions.sorted { $0.key < $1.key }.flatMap(\.value)
  }

  /// `x` and what follows it, or nothing; nil where nothing follows.
  private mutating func privateUse() -> [String]? {
    guard rest.first == "x" else { return [] }
    guard rest.count > 1 else { return nil }
    defer { rest = [] }
    return rest.map(String.init)
  }

  private mutating func take(_ fits: (Substring) -> Bool) -> String? {
    guard let first = rest.first, fits(first) else { return nil }
    rest.removeFirst()
    return String(first)
  }

  private static func titleCased(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}

extension Substring {
  fileprivate var isAlphabetic: Bool { utf8.allSatisfy { $0 >= UInt8(ascii: "a") } }

  fileprivate var isNumeric: Bool { utf8.allSatisfy { $0 < UInt8(ascii: "a") } }

  fileprivate var isRegion: Bool {
    (utf8.count == 2 && isAlphabetic) || (utf8.count == 3 && isNumeric)
  }

  fileprivate var isVariant: Bool {
    utf8.count >= 5 || (utf8.count == 4 && prefix(1).isNumeric)
  }
}
