internal import CStemmer
internal import Catalogue

/// Takes the endings off the words of one language, as Snowball does.
@safe
final class Stemmer {
  /// Ours alone; freed in `deinit`.
  private let handle: OpaquePointer

  /// The stemmer for pages of a locale, or nil where words stay as they are.
  ///
  /// Words in Latin letters on pages of a language that has other letters and no stemmer, such as
  /// Chinese, are nearly always English and are treated so.
  init?(for locale: LocaleTag) {
    if let handle = unsafe Self.open(Self.code(of: locale)) {
      unsafe self.handle = handle
      return
    }
    guard locale.likelyScript.map({ $0 != "Latn" }) ?? false,
      let handle = unsafe Self.open("en")
    else { return nil }
    unsafe self.handle = handle
  }

  deinit { unsafe sb_stemmer_delete(handle) }

  /// What tells the stemmers of two locales apart: the language, and whether there is one at all.
  private static func code(of locale: LocaleTag) -> String {
    switch locale.language {
    // Snowball has one stemmer for both kinds of Norwegian.
    case "nb", "nn": "no"
    default: locale.language
    }
  }

  private static func open(_ code: String) -> OpaquePointer? {
    // The names of algorithms are taken too; a language tag is never so long.
    code.utf8.count <= 3 ? unsafe sb_stemmer_new(code, "UTF_8") : nil
  }

  /// Appends the stem of a word in small letters, of UTF-8.
  func appendStem(of word: Span<UInt8>, to output: inout [UInt8]) {
    unsafe word.withUnsafeBufferPointer { word in
      // Valid until the next call; the length is that of the last stem.
      guard let stem = unsafe sb_stemmer_stem(handle, word.baseAddress, Int32(word.count)) else {
        unsafe output.append(contentsOf: word)
        return
      }
      let count = unsafe Int(sb_stemmer_length(handle))
      unsafe output.append(contentsOf: UnsafeBufferPointer(start: stem, count: count))
    }
  }
}
