import Glibc

/// What everything runs on.
enum Machine {
  /// Processor, cores, kernel and memory, in a line.
  static var text: String {
    var name = utsname()
    uname(&name)
    let kernel = withUnsafeBytes(of: name.release) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    let memory = (Double(memory("MemTotal")) / 1e9).rounded()
    return "\(processor), \(sysconf(Int32(_SC_NPROCESSORS_ONLN))) cores, \(Int(memory)) GB, "
      + "Linux \(kernel)"
  }

  private static var processor: String {
    for line in TextFile.read("/proc/cpuinfo").split(separator: "\n")
    where line.hasPrefix("model name") {
      return line.split(separator: ":").dropFirst().joined(separator: ":").trimmed
    }
    return "unknown processor"
  }

  /// What may still be taken, in bytes.
  static var freeMemory: UInt64 { memory("MemAvailable") }

  /// The most memory that the bench itself held, in bytes: Linux counts it as held by what it starts.
  static var ownPeak: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Int(usage.ru_maxrss) * 1024
  }

  private static func memory(_ name: String) -> UInt64 {
    for line in TextFile.read("/proc/meminfo").split(separator: "\n")
    where line.hasPrefix(name + ":") {
      return line.split(separator: " ").dropFirst().first.flatMap { UInt64($0) }.map { $0 << 10 }
        ?? 0
    }
    return 0
  }

  /// The file system that a folder lies on, by its name in `/proc/mounts`.
  static func fileSystem(of folder: String) -> String {
    var best = (length: -1, type: "unknown")
    for line in TextFile.read("/proc/mounts").split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count > 2 else { continue }
      let point = words[1] == "/" ? "" : words[1]
      guard folder.hasPrefix(point + "/"), point.utf8.count > best.length else { continue }
      best = (point.utf8.count, String(words[2]))
    }
    return best.type
  }

  /// Today, as ISO 8601 has it.
  static var date: String {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
  }

  /// The versions that programs tell when they are asked so, of those that are installed.
  static func versions(of programs: KeyValuePairs<String, [String]>) -> String {
    programs.compactMap { name, words -> String? in
      var command = BenchCommand(words)
      command.statuses = 0...255
      guard command.isInstalled, let text = try? command.text(withErrors: true) else { return nil }
      let version = text.split { $0 == "\n" || $0 == " " || $0 == "-" || $0 == "+" || $0 == "," }
        .map { $0.hasPrefix("v") ? $0.dropFirst() : $0 }
        .first { word in
          word.utf8.first.map { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } == true
            && word.contains(".")
        }
      return "\(name) \(version.map(String.init) ?? "?")"
    }.joined(separator: ", ")
  }
}

extension String {
  /// Without blanks at its ends.
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
