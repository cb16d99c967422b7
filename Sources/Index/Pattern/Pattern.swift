internal import CPCRE2

/// A regular expression as PCRE2 compiled it, with its JIT where there is one, and all that
/// matching with it takes.
///
/// Text and pattern are UTF-8, and classes and case are Unicode's. `^` and `$` match at every
/// line, and only a line feed ends one. Catastrophic patterns fail instead of running on.
@safe
final class Pattern {
  /// How far a match may go before it fails.
  enum Limits {
    /// Steps of backtracking from one place of the text.
    ///
    /// The JIT takes a few milliseconds for them; a pattern of any use takes some hundreds.
    static let steps: UInt32 = 1_000_000
    /// KiB that PCRE2 may take where it matches without its JIT.
    static let heap: UInt32 = 64 << 10
    /// Bytes of the stack that the JIT's code runs on; only what is used is ever there.
    static let smallestStack = 32 << 10
    static let largestStack = 8 << 20
    /// Seconds of processor time for all matches of a search: the steps alone do not bound what is
    /// taken in small portions from very many places.
    static let seconds = 5
  }

  // Ours alone; all freed in `deinit`.
  private let code: OpaquePointer
  private let match: OpaquePointer
  private let context: OpaquePointer?
  private let stack: OpaquePointer?

  /// Compiles a pattern of UTF-8 bytes, one that takes text for characters or for bytes.
  init(
    _ pattern: [UInt8], ignoringCase: Bool, isBytewise: Bool = false
  ) throws(CompileError) {
    let compileContext = unsafe pcre2_compile_context_create_8(nil)
    defer { unsafe pcre2_compile_context_free_8(compileContext) }
    unsafe pcre2_set_newline_8(compileContext, UInt32(PCRE2_NEWLINE_LF))
    // `\C` would match a part of a character.
    var options = PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C
    if !isBytewise { options |= PCRE2_UTF | PCRE2_UCP }
    // An empty line at the very end of the text is a line like others.
    options |= PCRE2_ALT_CIRCUMFLEX
    if ignoringCase { options |= PCRE2_CASELESS }
    var failure: Int32 = 0
    var offset = 0
    let compiled = unsafe pattern.withUnsafeBufferPointer { bytes in
      // An empty array may have no address.
      unsafe pcre2_compile_8(
        bytes.isEmpty ? Self.nothing : bytes.baseAddress, bytes.count, options, &failure, &offset,
        compileContext)
    }
    guard let compiled = unsafe compiled else {
      throw CompileError(message: Self.message(failure), offset: min(offset, pattern.count))
    }
    unsafe code = compiled
    // Where there is no JIT the match goes on without it.
    unsafe pcre2_jit_compile_8(compiled, PCRE2_JIT_COMPLETE)
    guard let match = unsafe pcre2_match_data_create_8(1, nil) else {
      unsafe pcre2_code_free_8(compiled)
      throw CompileError(message: "no memory", offset: 0)
    }
    unsafe self.match = match
    unsafe context = pcre2_match_context_create_8(nil)
    unsafe pcre2_set_match_limit_8(context, Limits.steps)
    unsafe pcre2_set_heap_limit_8(context, Limits.heap)
    unsafe stack = pcre2_jit_stack_create_8(Limits.smallestStack, Limits.largestStack, nil)
    unsafe pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
  }

  deinit {
    unsafe pcre2_match_data_free_8(match)
    unsafe pcre2_match_context_free_8(context)
    unsafe pcre2_jit_stack_free_8(stack)
    unsafe pcre2_code_free_8(code)
  }

  /// What PCRE2 says against a pattern, and where.
  struct CompileError: Error {
    let message: String
    let offset: Int
  }

  private static var nothing: UnsafePointer<UInt8> { unsafe StaticString("").utf8Start }
}

extension Pattern {
  /// The first match in a text at or after an offset, as offsets into the text.
  ///
  /// Unless the pattern is bytewise, the text has to be UTF-8 and the offset at the start of a
  /// character: PCRE2 does not check either again.
  @unsafe
  func firstMatch(
    in text: UnsafeBufferPointer<UInt8>, from offset: Int
  ) throws(MatchFailure) -> Range<Int>? {
    let start = unsafe text.baseAddress ?? Self.nothing
    var result = unsafe pcre2_match_8(
      code, start, text.count, offset, PCRE2_NO_UTF_CHECK, match, context)
    if result == PCRE2_ERROR_JIT_STACKLIMIT {
      // The JIT's stack has an end; without it memory is taken from the heap.
      result = unsafe pcre2_match_8(
        code, start, text.count, offset, PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT, match, context)
    }
    switch result {
    case PCRE2_ERROR_NOMATCH: return nil
    case PCRE2_ERROR_MATCHLIMIT, PCRE2_ERROR_DEPTHLIMIT, PCRE2_ERROR_RECURSELOOP:
      throw .tooManySteps
    case PCRE2_ERROR_HEAPLIMIT, PCRE2_ERROR_NOMEMORY: throw .tooMuchMemory
    case ..<0: throw .other(Self.message(result))
    default: break
    }
    guard let offsets = unsafe pcre2_get_ovector_pointer_8(match) else { return nil }
    let (lower, upper) = unsafe (offsets[0], offsets[1])
    // `\K` moves the start, in some versions even behind the end.
    return min(lower, upper)..<min(max(lower, upper), text.count)
  }

  /// The sentence that PCRE2 has for an error.
  private static func message(_ code: Int32) -> String {
    // PCRE2 asks for 120 bytes at least; what is longer would be cut.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 256) { buffer, count in
      count = unsafe max(0, Int(pcre2_get_error_message_8(code, buffer.baseAddress, buffer.count)))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
