import Testing

struct PlainTextTests {
  @Test func stepsNestAndKeepWhatBelongsToThem() {
    let text = """
      A title of its own

      Do this, please, step by step.

      1) First, and then:

      a. one

      b. two

      2) Second. Look here:

      ping the host and wait.

      3) Third.

      That was all of it.
      """
    #expect(
      Sample.body(text) == """
        ## How to fix it

        Do this, please, step by step.

        1. First, and then:

           1. one
           2. two

        2. Second. Look here:

           ping the host and wait.

        3. Third.

        That was all of it.

        """)
  }

  @Test func aNumberWithoutASecondIsNoList() {
    #expect(
      Sample.body("Title here\n\nSome words.\n\n1. Only this one.\n")
        == "Some words.\n\n1\\. Only this one.\n")
  }

  @Test func codeIsToldFromProse() {
    let text = """
      Title here
      How to fix it
      Ping the host first, and look whether it answers at all, for without that nothing else helps.
      Get-Service -Name 'MSSQL*' |
      Where-Object Status -ne Running
      Then restart.
      """
    #expect(
      Sample.body(text) == """
        ## How to fix it

        Ping the host first, and look whether it answers at all, for without that nothing else helps.

        ```powershell
        Get-Service -Name 'MSSQL*' |
        Where-Object Status -ne Running
        ```

        Then restart.

        """)
  }

  @Test(arguments: [
    ("fr", "Solution"), ("de", "Lösung"), ("ja", "解決策"), ("es", "Solución"), ("ru", "Решение"),
  ])
  func headingsAreKnownInEveryLanguage(locale: String, heading: String) {
    let text = "Titre\n\n\(heading)\n\nxxxx yyyy.\n"
    #expect(Sample.body(text, locale: locale) == "## \(heading)\n\nxxxx yyyy.\n")
  }

  @Test func addressesBecomeLinks() {
    #expect(
      Sample.body("Title here\n\nSee (https://a.example/x_y), please.\n")
        == "See ([https://a.example/x\\_y](https://a.example/x_y)), please.\n"
        || Sample.body("Title here\n\nSee (https://a.example/x_y), please.\n")
          == "See ([https://a.example/x_y](https://a.example/x_y)), please.\n"
    )
  }

  @Test func markdownInTheTextStaysText() {
    let body = Sample.body("Title here\n\nA *star*, <b>tag</b>, [x](y) and # sign.\n")
    #expect(body == "A \\*star\\*, \\<b>tag\\</b>, \\[x](y) and # sign.\n")
  }

  @Test func repliesWithoutNumbersAreCounted() {
    let text = "Title here\n\nBody text.\n\nAnna says:\n\nFirst.\n\nBob said:\n\nSecond.\n"
    #expect(
      Sample.body(text) == """
        Body text.

        ## Replies

        ### 1. Anna

        First.

        ### 2. Bob

        Second.

        """)
  }

  @Test func linesBrokenAtAColumnAreJoined() {
    let line = "words that fill a line up to a column where it breaks"
    #expect(
      Sample.body("Title here\n\n\(line)\n\(line).\n\nNext.\n") == "\(line) \(line).\n\nNext.\n")
  }
}
