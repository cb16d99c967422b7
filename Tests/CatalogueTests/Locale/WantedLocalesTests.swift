import Testing

@testable import Catalogue

struct WantedLocalesTests {
  @Test(arguments: [
    ("fr", ["fr"]), ("fr-CA,fr", ["fr-CA", "fr"]), ("FR-ca, fr", ["fr-CA", "fr"]),
    ("zh-Hant", ["zh-Hant"]), ("fr,FR,iw,he", ["fr", "he"]),
  ])
  func readsAList(argument: String, tags: [String]) throws {
    #expect(try WantedLocales(argument) == .list(tags.map(LocaleTag.init(canonical:))))
  }

  @Test func readsTheWordAny() throws {
    #expect(try WantedLocales("any") == .any)
    #expect(try WantedLocales("any").tags == [])
  }

  @Test(arguments: [
    ("fr_FR", "'fr_FR' is not a language tag; did you mean 'fr-FR'?"),
    ("en,fr_FR.UTF-8", "'fr_FR.UTF-8' is not a language tag; did you mean 'fr-FR'?"),
    ("fr,!", "'!' is not a language tag"),
    ("fr de", "'fr de' is not a language tag"),
    ("", "a language tag is missing"),
    ("fr,,de", "a language tag is missing"),
    ("fr, ", "a language tag is missing"),
    ("fr,any", "'any' stands alone, without other language tags"),
  ])
  func namesTheTagThatIsNone(argument: String, message: String) {
    let error = #expect(throws: LocaleListError.self) { try WantedLocales(argument) }
    #expect(error?.description == message)
  }
}
