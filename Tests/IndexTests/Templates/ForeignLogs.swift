/// Lines that no message list of the corpus has: logs of other products and plain prose.
///
/// In a pattern `#` stands for a number, `@` for a name and `*` for a word.
enum ForeignLogs {
  /// As many lines of each pattern as asked for.
  static func lines(ofEach count: Int) -> [String] {
    var generator = SeededGenerator(seed: 21)
    return patterns.flatMap { pattern in
      (0..<count).map { _ in line(pattern, &generator) }
    }
  }

  private static func line(_ pattern: String, _ generator: inout SeededGenerator) -> String {
    var line = ""
    for character in pattern {
      switch character {
      case "#": line += String(Int.random(in: 0...99_999, using: &generator))
      case "@": line += names.randomElement(using: &generator) ?? ""
      case "*": line += words.randomElement(using: &generator) ?? ""
      default: line.append(character)
      }
    }
    return line
  }

  private static let names = [
    "orders", "users_pkey", "eth0", "sda1", "/var/lib/data/file.db", "com.example.Service", "admin",
    "10.0.0.7", "web-01", "index.html", "backup", "client", "session", "main", "worker-3",
  ]

  private static let words = [
    "table", "server", "request", "connection", "file", "user", "database", "timeout", "process",
    "memory", "column", "permission", "transaction", "log",
  ]

  private static let patterns = servers + systems + runtimes + databases + windows + prose

  private static let servers = [
    "10.0.0.# - - [05/Jan/2024:10:11:12 +0000] \"GET /@?id=# HTTP/1.1\" 404 # \"-\" \"curl/8.1\"",
    "2024/01/05 10:11:12 [error] ###: *# open() \"@\" failed (2: No such file or directory), client: @",
    "2024/01/05 10:11:12 [warn] #: *# upstream server temporarily disabled while connecting to @",
    "2024/01/05 10:11:12 [error] #: *# connect() failed (111: Connection refused) while connecting to upstream",
    "[Fri Jan 05 10:11:12.123 2024] [core:error] [pid #] (13)Permission denied: access to @ denied",
    "[Fri Jan 05 10:11:12 2024] [ssl:warn] AH01909: @:443:0 server certificate does NOT include an ID",
    "haproxy[#]: 10.0.0.1:# [05/Jan/2024:10:11:12] front back/@ 0/0/1/#/# 200 # - - ---- 1/1/0/0/0 0/0",
    "postfix/smtpd[#]: NOQUEUE: reject: RCPT from @: 554 5.7.1 Relay access denied",
    "level=error ts=2024-01-05 caller=main.go:# msg=\"could not reach the * of @\" err=timeout",
    "I0105 10:11:12.123456 # controller.go:#] Starting * controller for @",
    "Warning: the * is not available, trying again in # seconds",
  ]

  private static let systems = [
    "Jan  5 10:11:12 @ kernel: [#.123456] usb 1-1: new high-speed USB device number # using xhci_hcd",
    "Jan  5 10:11:12 @ kernel: [#.5] EXT4-fs (@): mounted filesystem with ordered data mode",
    "Jan  5 10:11:12 @ kernel: Out of memory: Killed process # (@) total-vm:#kB, anon-rss:#kB",
    "Jan  5 10:11:12 @ kernel: @: link is not ready",
    "Jan  5 10:11:12 @ systemd[1]: Started Session # of user @.",
    "Jan  5 10:11:12 @ systemd[1]: @.service: Main process exited, code=exited, status=#/FAILURE",
    "Jan  5 10:11:12 @ sshd[#]: Failed password for invalid user @ from 10.0.0.1 port # ssh2",
    "Jan  5 10:11:12 @ sshd[#]: pam_unix(sshd:session): session opened for user @ by (uid=0)",
    "Jan  5 10:11:12 @ sudo: @ : TTY=pts/0 ; PWD=@ ; USER=root ; COMMAND=/bin/ls",
    "Jan  5 10:11:12 @ CRON[#]: (root) CMD (cd / && run-parts --report /etc/cron.hourly)",
    "Jan  5 10:11:12 @ dhclient[#]: DHCPREQUEST for 10.0.0.# on @ to 255.255.255.255 port 67",
    "bash: @: command not found",
    "cp: cannot stat '@': No such file or directory",
    "tar: @: Cannot open: Permission denied",
    "error: failed to push some refs to '@'",
    "make: *** [Makefile:#: @] Error 2",
  ]

  private static let runtimes = [
    "2024-01-05 10:11:12,123 ERROR [http-nio-8080-exec-#] c.e.OrderService - Could not process the *",
    "\tat com.example.@.process(OrderService.java:#) ~[app.jar:1.0]",
    "Caused by: java.net.ConnectException: Connection refused (Connection refused)",
    "Exception in thread \"@\" java.lang.NullPointerException: Cannot invoke \"String.length()\" because \"@\" is null",
    "java.lang.OutOfMemoryError: Java heap space",
    "Traceback (most recent call last):",
    "  File \"@\", line #, in <module>",
    "KeyError: '@'",
    "TypeError: Cannot read properties of undefined (reading '@')",
    "UnhandledPromiseRejectionWarning: Error: connect ECONNREFUSED 10.0.0.1:#",
    "thread 'main' panicked at 'index out of bounds: the len is # but the index is #', src/main.rs:#",
    "panic: runtime error: invalid memory address or nil pointer dereference",
    "System.InvalidOperationException: Sequence contains no elements",
    "   at System.Linq.Enumerable.First[TSource](IEnumerable`1 source) in @:line #",
    "[INFO] BUILD SUCCESS Total time: #.123 s",
    "npm ERR! code ELIFECYCLE errno 1",
  ]

  private static let databases = [
    "2024-01-05 10:11:12.123 UTC [#] ERROR:  relation \"@\" does not exist at character #",
    "2024-01-05 10:11:12.123 UTC [#] FATAL:  password authentication failed for user \"@\"",
    "2024-01-05 10:11:12.123 UTC [#] LOG:  checkpoint complete: wrote # buffers (0.1%); 0 WAL file(s) added",
    "2024-01-05 10:11:12.123 UTC [#] STATEMENT:  SELECT * FROM @ WHERE id = #",
    "2024-01-05 10:11:12.123 UTC [#] ERROR:  duplicate key value violates unique constraint \"@\"",
    "2024-01-05 10:11:12.123 UTC [#] DETAIL:  Key (id)=(#) already exists.",
    "2024-01-05 10:11:12.123 UTC [#] LOG:  autovacuum: processing database \"@\"",
    "2024-01-05 10:11:12.123 UTC [#] ERROR:  canceling statement due to user request",
    "2024-01-05T10:11:12.123Z # [Warning] [MY-010055] [Server] IP address '10.0.0.1' could not be resolved",
    "2024-01-05T10:11:12.123Z # [Note] Aborted connection # to db: '@' user: '@' host: '@' (Got timeout reading communication packets)",
    "ORA-00942: table or view does not exist",
    "ORA-12154: TNS:could not resolve the connect identifier specified",
    "{\"t\":{\"$date\":\"2024-01-05\"},\"s\":\"I\",\"c\":\"NETWORK\",\"id\":#,\"msg\":\"Connection accepted\"}",
    "#:M 05 Jan 2024 10:11:12.123 * Background saving terminated with success",
  ]

  private static let windows = [
    "The @ service entered the stopped state.",
    "The @ service terminated unexpectedly. It has done this # time(s).",
    "Service Control Manager 7036: The Windows Update service entered the running state.",
    "The previous system shutdown at 10:11:12 on 05.01.2024 was unexpected.",
    "The time provider NtpClient is currently receiving valid time data from @.",
    "Name resolution for the name @ timed out after none of the configured DNS servers responded.",
    "An account was successfully logged on. Subject: Security ID: SYSTEM Account Name: @",
    "Windows Installer installed the product. Product Name: @. Product Version: 1.#.",
    "DCOM was unable to communicate with the computer @ using any of the configured protocols.",
    "Faulting application name: @.exe, version: 1.0.0.#, time stamp: 0x5f#",
    "Le service @ est entré dans l’état : arrêté.",
    "Der Dienst \"@\" befindet sich jetzt im Status \"Beendet\".",
    "El servicio @ entró en estado detenido.",
    "@ サービスは停止状態に入りました。",
    "@ 服务处于 停止 状态。",
  ]

  private static let prose = [
    "The quick brown fox jumps over the lazy dog near the * of the old mill.",
    "He said that the * could not be found, and that nobody had looked for it since.",
    "In the end there is nothing to be done about the *, whatever the * may say.",
    "Please read the manual before you change the * of the *.",
    "It was the best of times, and nobody knew how long the * would last.",
    "Il faisait nuit quand la voiture s'arrêta devant la maison de la vieille dame.",
    "La réunion n'a pas eu lieu parce que le directeur était malade depuis # jours.",
    "On ne peut pas dire que le résultat soit celui que nous avions espéré l'an dernier.",
    "No se sabe cuándo llegará el tren, pero los viajeros esperan desde hace # horas.",
    "La casa de la esquina tiene una puerta verde y dos ventanas que dan al jardín.",
    "昨日は雨が降っていたので、家で本を読んでいました。",
    "新しい駅の前に大きな公園ができて、子供たちが毎日遊んでいる。",
    "今天天气很好，我们决定去公园散步，然后一起吃晚饭。",
    "他说这本书是去年在北京买的，价格不到#元。",
    "Der Zug kommt heute # Minuten später an, weil es auf der Strecke geschneit hat.",
    "Сегодня утром поезд опоздал на # минут из-за сильного снега.",
    "오늘은 날씨가 좋아서 공원에서 # 분 동안 걸었습니다.",
  ]
}
