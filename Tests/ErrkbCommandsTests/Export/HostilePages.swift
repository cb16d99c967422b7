/// Pages that try to be more than text in whatever they are exported to.
enum HostilePages {
  /// Writes them into a folder and builds their catalogue, whose path is returned.
  static func build(in sandbox: Sandbox) throws -> String {
    let number = "0647ec4cf05b5366a6debbeba84170c2"
    try sandbox.write(
      """
      ---
      title: "MSSQLSERVER_4711"
      description: "</title><script>alert(1)</script>"
      keywords: ["\(String(repeating: "k", count: 40_000))"]
      ---
      # MSSQLSERVER_4711

      ## <a name="details"></a>Details

      | Attribute | Value |
      | :-- | :-- |
      | Event ID | 4711 |
      | Event Source | MSSQLSERVER |
      | Message Text | -- \(number) @MESSAGE@ <b>bold</b> \u{1B}[2J |

      ## <a name="user-action"></a>User Action

      ```
      -- \(number)
      Subject: forged

      -- \(number) fr
      # no comment
      ; nor this
      \(String(repeating: "long ", count: 400_000))
      ```

      - See [elsewhere](https://example.org/), [beside](4712.md), [there](../../etc/passwd),
        [nothing](javascript:alert(1)) and ![a picture](https://example.org/a.png) of @MESSAGE@.

      """, to: "pages/en-US/4711.md")
    try sandbox.write(
      """
      # MSSQLSERVER_4712

      ## <a name="explanation"></a>Explanation

      -- \(number)

      <script>alert(1)</script> See [the other](4711.md).

      """, to: "pages/en-US/4712.md")
    try sandbox.write(
      """
      ---
      ms.contentlocale: pt-BR
      ---
      # MSSQLSERVER_4711

      ## <a name="explanation"></a>Explicação

      Não.

      """, to: "pages/pt-BR/\(String(repeating: "nome ", count: 40))4711.md")
    try sandbox.write(
      """
      # Messages

      | Error | Severity | Event logged | Description |
      | --: | --: | :-- | :-- |
      | 4713 | 16 | No | -- \(number) "quoted" 'and' \\ |
      | 4714 | 16 | Yes | =1+1 @A@B@ |
      | 4711 | 16 | No | Seen before. |

      """, to: "pages/en-US/messages.md")
    let run = try sandbox.run("build pages -o build --only catalogue")
    guard run.status == 0 else { throw BuildFailure(description: run.errors) }
    return "\(sandbox.path)/build/catalogue.db"
  }
}
