/// Does pure work on many inputs in parallel and hands the results over in the order of the inputs.
enum OrderedMap {
  /// How many inputs a task takes at once: enough that handing over costs nothing beside the work.
  private static let chunkSize = 16

  /// Transforms the inputs `0..<count` on up to `jobs` tasks; `consume` sees each result once, in
  /// order. No more than a few chunks wait at any time, so memory does not grow with the count.
  static func run<Result: Sendable>(
    count: Int, jobs: Int, transform: @escaping @Sendable (Int) -> Result,
    consume: (Int, Result) throws -> Void
  ) async throws {
    let chunks = (count + chunkSize - 1) / chunkSize
    try await withThrowingTaskGroup(of: (chunk: Int, results: [Result]).self) { group in
      var next = 0
      func start() {
        guard next < chunks else { return }
        let chunk = next
        next += 1
        group.addTask {
          let inputs = chunk * chunkSize..<min((chunk + 1) * chunkSize, count)
          return (chunk, inputs.map(transform))
        }
      }
      // Twice the tasks, so that none waits while results are consumed.
      for _ in 0..<max(jobs, 1) * 2 { start() }
      var waiting: [Int: [Result]] = [:]
      var wanted = 0
      while let (chunk, results) = try await group.next() {
        waiting[chunk] = results
        while let ready = waiting.removeValue(forKey: wanted) {
          for (offset, result) in ready.enumerated() {
            try consume(wanted * chunkSize + offset, result)
          }
          wanted += 1
          start()
        }
      }
    }
  }
}
