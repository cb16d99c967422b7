import Markup
import Testing

@Suite struct SlugTests {
  @Test(arguments: [
    ("User Action", "user-action"), ("See Also", "see-also"),
    ("MSSQLSERVER_10061", "mssqlserver_10061"),
    ("MSSQLSERVER_-1", "mssqlserver_-1"),
    ("Re-create the .NET Framework 3.5", "re-create-the-net-framework-35"),
    ("Errors -2 to 999", "errors--2-to-999"),
    ("MSSQLSERVER - Database Engine error", "mssqlserver---database-engine-error"),
    ("It’s \"quoted\"", "its-quoted"), ("Qu’est-ce qu’un symbole ?", "quest-ce-quun-symbole-"),
    ("Détails", "détails"), ("ÉTAT", "état"), ("用户操作", "用户操作"), ("ユーザー アクション", "ユーザー-アクション"),
    ("C++ / CLI", "c--cli"), ("a_é‿b", "a_é‿b"), ("", ""), ("?!", ""),
  ])
  func isMadeAsGitHubDoes(heading: String, slug: String) {
    #expect(Slug.of(heading) == slug)
  }
}
