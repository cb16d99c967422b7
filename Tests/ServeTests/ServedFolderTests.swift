import Serve
import TestSupport
import Testing

struct ServedFolderTests {
  private let folder = Folder(
    File("index.html", "home"), File("fr-fr/index.html", "accueil"), File("assets/a.css", "a{}"))

  private func content(_ folder: ServedFolder, _ path: String) throws -> ServedFolder.Content {
    folder.content(try #require(RequestPath(path)))
  }

  @Test("A folder's path gives its index, without the slash it says that it is one")
  func folders() throws {
    try folder.whileWritten { path in
      let served = ServedFolder(path)
      guard case .file(let home) = try content(served, "/") else {
        Issue.record("no home")
        return
      }
      #expect(home.bytes == Array("home".utf8) && home.name == "index.html")
      #expect(try content(served, "/fr-fr") == .folder)
      guard case .file(let french) = try content(served, "/fr-fr/") else {
        Issue.record("no index")
        return
      }
      #expect(french.bytes == Array("accueil".utf8))
      #expect(french.tag != home.tag)
      #expect(try content(served, "/assets/") == .nothing)
      #expect(try content(served, "/assets/a.css/") == .nothing)
      #expect(try content(served, "/none") == .nothing)
    }
  }

  @Test("No symbolic link is followed, whether to a file or to a folder")
  func links() throws {
    try folder.whileWritten { path in
      try Folder.link("\(path)/passwd", to: "/etc/passwd")
      try Folder.link("\(path)/etc", to: "/etc")
      let served = ServedFolder(path)
      #expect(try content(served, "/passwd") == .nothing)
      #expect(try content(served, "/etc/passwd") == .nothing)
      #expect(try content(served, "/etc") == .nothing)
    }
  }

  @Test("A folder that is put in the place of another is served from then on")
  func exchange() throws {
    try folder.whileWritten { path in
      let served = ServedFolder("\(path)/site")
      #expect(!served.isThere)
      #expect(try content(served, "/") == .nothing)
      try Folder.link("\(path)/site", to: "\(path)/fr-fr")
      #expect(served.isThere)
      guard case .file(let file) = try content(served, "/") else {
        Issue.record("no index")
        return
      }
      #expect(file.bytes == Array("accueil".utf8))
    }
  }
}
