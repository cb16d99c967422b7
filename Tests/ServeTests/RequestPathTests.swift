import Serve
import Testing

struct RequestPathTests {
  @Test("A path is parts without percent notation; a slash at the end means a folder")
  func parts() {
    #expect(RequestPath("/")?.parts == [])
    #expect(RequestPath("/")?.isFolder == true)
    #expect(RequestPath("/fr-fr/x%20y")?.parts == ["fr-fr", "x y"])
    #expect(RequestPath("/fr-fr/x%20y")?.isFolder == false)
    #expect(RequestPath("/a//b/")?.parts == ["a", "b"])
    #expect(RequestPath("/%C3%A9")?.parts == ["é"])
  }

  @Test(
    "What would lead out of the folder or is no text is no path",
    arguments: [
      "", "x", "/..", "/a/../b", "/%2e%2e/x", "/.", "/a%2Fb", "/a%00", "/%", "/%4", "/%zz", "/%FF",
    ])
  func refused(path: String) {
    #expect(RequestPath(path) == nil)
  }
}
