import Index
import Testing

struct CatalogueLocationTests {
  @Test func looksInTheUsualPlacesTheNearestFirst() {
    let location = location(["XDG_DATA_HOME": "/data", "HOME": "/people/ada"])
    #expect(
      location.usualPlaces == [
        "/srv/docs/build/catalogue.db",
        "/srv/build/catalogue.db",
        "/build/catalogue.db",
        "/data/errkb/catalogue.db",
        "/opt/errkb/share/errkb/catalogue.db",
        "/usr/local/share/errkb/catalogue.db",
        "/usr/share/errkb/catalogue.db",
      ])
  }

  @Test(arguments: [
    (["HOME": "/people/ada"], "/people/ada/.local/share/errkb/catalogue.db"),
    (["HOME": "/people/ada", "XDG_DATA_HOME": ""], "/people/ada/.local/share/errkb/catalogue.db"),
    (
      ["HOME": "/people/ada", "XDG_DATA_HOME": "here"],
      "/people/ada/.local/share/errkb/catalogue.db"
    ),
    ([:], "/opt/errkb/share/errkb/catalogue.db"),
  ])
  func fallsBackToTheHomeFolder(environment: [String: String], place: String) {
    #expect(location(environment).usualPlaces[3] == place)
  }

  @Test func takesTheOptionEvenIfNothingIsThere() throws {
    let location = location(["ERRKB_CATALOGUE": "/variable.db"])
    #expect(try location.path(option: "option.db") == "option.db")
    #expect(try location.path(option: nil) == "/variable.db")
  }

  @Test func takesTheFirstPlaceThatHasOne() throws {
    let there = ["/srv/build/catalogue.db", "/usr/share/errkb/catalogue.db"]
    #expect(try location(["ERRKB_CATALOGUE": ""], there: there).path(option: nil) == there[0])
  }

  @Test func saysThatThereIsNone() {
    #expect(throws: CatalogueError.missing(path: nil)) { try location([:]).path(option: nil) }
  }

  @Test func looksOnceInTheRootFolder() {
    let location = CatalogueLocation(
      environment: { _ in nil }, folder: "/", executable: "/usr/bin/errkb", exists: { _ in false })
    #expect(
      location.usualPlaces == [
        "/build/catalogue.db", "/usr/share/errkb/catalogue.db",
        "/usr/local/share/errkb/catalogue.db",
      ])
  }

  private func location(
    _ environment: [String: String], there: [String] = []
  ) -> CatalogueLocation {
    CatalogueLocation(
      environment: { environment[$0] }, folder: "/srv/docs",
      executable: "/opt/errkb/bin/errkb", exists: there.contains)
  }
}
