import TestSupport

/// Pages about one event in the form of the product's own, of a guide and of a thread.
enum ReportSample {
  static let reference = File(
    "en-us/10061.md",
    """
    ---
    title: MSSQLSERVER_10061
    ---
    # MSSQLSERVER_10061

    ## User Action

    - Make sure that the server is started.
    - Enable **TCP/IP** in *Configuration Manager*, and
      restart the service.
    - Open port 1433 in the firewall.

    """)

  static let guide = File(
    "en-us/guides/refused.md",
    """
    ---
    title: Cannot connect
    kind: guide
    events: [10061, 53]
    sections:
      10061: [start-the-server]
      MSSQLSERVER_53: [check-the-name]
    ---
    # Cannot connect

    ## How to fix it

    ### Start the server

    On the server, as administrator.

    ```console
    net start MSSQLSERVER
    ```

    ### Check the name

    Ask the name server for the address.

    ### Close port 1433 in the firewall

    Only for a test.

    """)

  static func thread(_ replies: String...) -> File {
    var text = """
      ---
      title: Refused
      kind: thread
      events: [MSSQLSERVER_10061]
      ---
      # Refused

      ## Replies


      """
    for (index, reply) in replies.enumerated() {
      text += "### \(index + 1). Person \(index + 1) · 2006-03-1\(index % 10)\n\n\(reply)\n\n"
    }
    return File("en-us/threads/refused.md", text)
  }
}
