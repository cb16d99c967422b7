import Catalogue
import ErrkbCommands
import Render
import Testing

struct ShowArgumentsTests {
  @Test(arguments: [
    ("show 10061", ShowRequest(names: ["10061"])),
    ("show -2", ShowRequest(names: ["-2"])),
    ("show 10061 c2065 LOGON_FAILED", ShowRequest(names: ["10061", "c2065", "LOGON_FAILED"])),
    ("show 10061 --lang fr", ShowRequest(names: ["10061"], languages: "fr")),
    ("show --lang=fr-CA,fr 10061", ShowRequest(names: ["10061"], languages: "fr-CA,fr")),
    ("show 18456 --state 38", ShowRequest(names: ["18456"], state: 38)),
    ("show 1 --section userAction", ShowRequest(names: ["1"], section: .userAction)),
    ("show 1 --source MSVC", ShowRequest(names: ["1"], source: "MSVC")),
    ("show 1 --format json", ShowRequest(names: ["1"], format: .json)),
    ("show 1 --width 72 --color=never", ShowRequest(names: ["1"], width: 72, color: .never)),
    (
      "show 1 --no-pager --strict-lang",
      ShowRequest(names: ["1"], usesPager: false, isLanguageStrict: true)
    ),
    ("show 1 --catalogue=a=b.db", ShowRequest(names: ["1"], catalogue: "a=b.db")),
  ])
  func readsPlainForms(line: String, request: ShowRequest) {
    #expect(ShowArguments.request(from: words(of: line)) == request)
  }

  @Test(arguments: [
    "", "show", "search 10061", "--color never show 1", "show --help", "show 1 -h",
    "show 1 --version", "show --lang fr", "show 1 --lang", "show 1 --lang=", "show 1 --lang -2",
    "show 1 --lang fr --lang de", "show 1 --no-pager --no-pager", "show 1 --no-pager=yes",
    "show 1 --la fr", "show 1 --state x", "show 1 --state +1", "show 1 --state 9999999999",
    "show 1 --width 0", "show 1 --format yaml", "show 1 --section Cause", "show 1 --color red",
    "show -- -2", "show -x", "show -", "show -2x", "show 1 --", "show 1 --=x",
  ])
  func leavesTheRestToTheFullParser(line: String) {
    #expect(ShowArguments.request(from: words(of: line)) == nil)
  }

  @Test func leavesEmptyArgumentsToTheFullParser() {
    #expect(ShowArguments.request(from: ["show", ""]) == nil)
    #expect(ShowArguments.request(from: ["show", "1", "--source", ""]) == nil)
  }

  private func words(of line: String) -> [String] { line.split(separator: " ").map(String.init) }
}
