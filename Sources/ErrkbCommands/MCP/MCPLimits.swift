/// What bounds the memory and the answers of `errkb mcp`, in bytes unless it says otherwise.
///
/// An answer has at most 128 KiB: its text and its structured content, each as JSON writes them, and
/// little else.
enum MCPLimits {
  /// Of a frame that comes in.
  static let frame = 2 << 20
  /// Of a log that is to be explained.
  static let log = 1 << 20
  /// Of any other text among the arguments.
  static let argument = 2048
  /// Requests in a batch.
  static let batch = 32
  /// Of the text in an answer.
  static let text = 40 << 10
  /// Of what stands before that text in an answer, where pages are from and notes.
  static let preamble = 8 << 10
  /// Of the structured content of an answer.
  static let structure = 60 << 10
  /// Of a note.
  static let note = 512
  /// Notes in an answer.
  static let notes = 10
  /// Resources in one answer to `resources/list`.
  static let resources = 250
  /// Of the address of a resource: others are not listed.
  static let address = 256
  /// Results of a search.
  static let results = 50
  /// Events of a log that are explained.
  static let explained = 100
  /// Values that complete an argument, as the protocol has it.
  static let completions = 100
}
