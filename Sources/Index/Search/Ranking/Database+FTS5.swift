internal import CSQLite

extension Database {
  /// Makes an SQL function `hits(search)` that hands each row of a query over to a collector.
  ///
  /// The collector is not kept: it must live as long as the connection.
  func register(_ collector: HitCollector) throws(SQLiteError) {
    try unsafe withHandle { handle throws(SQLiteError) in
      var interface: UnsafeMutablePointer<fts5_api>? = nil
      var compiled: OpaquePointer?
      // How FTS5 gives access to its functions: https://sqlite.org/fts5.html#extending_fts5.
      let name: StaticString = "fts5_api_ptr"
      var code = unsafe sqlite3_prepare_v2(handle, "SELECT fts5(?1)", -1, &compiled, nil)
      guard code == SQLITE_OK else { throw error(code, sql: nil) }
      defer { unsafe sqlite3_finalize(compiled) }
      unsafe withUnsafeMutablePointer(to: &interface) { place in
        name.withUTF8Buffer { name in
          unsafe name.withMemoryRebound(to: CChar.self) { name in
            // The name is static: SQLite keeps its address.
            code = unsafe sqlite3_bind_pointer(compiled, 1, place, name.baseAddress, nil)
          }
        }
        if code == SQLITE_OK { code = unsafe sqlite3_step(compiled) }
      }
      guard code == SQLITE_ROW, let interface = unsafe interface else {
        throw error(code, sql: nil)
      }
      code = unsafe interface.pointee.xCreateFunction(
        interface, "hits", Unmanaged.passUnretained(collector).toOpaque(),
        { interface, context, result, _, _ in
          guard let interface = unsafe interface, let context = unsafe context,
            let data = unsafe interface.pointee.xUserData(context)
          else { return }
          let collector = unsafe Unmanaged<HitCollector>.fromOpaque(data).takeUnretainedValue()
          unsafe collector.collect(FTS5Row(interface, context))
          unsafe sqlite3_result_null(result)
        }, nil)
      guard code == SQLITE_OK else { throw error(code, sql: nil) }
    }
  }
}

/// The row of a full-text query that a function is called for: where its phrases stand.
///
/// It lives as long as the call.
@safe
struct FTS5Row {
  private let interface: UnsafePointer<Fts5ExtensionApi>
  private let context: OpaquePointer

  init(_ interface: UnsafePointer<Fts5ExtensionApi>, _ context: OpaquePointer) {
    unsafe self.interface = interface
    unsafe self.context = context
  }

  /// The number of the row.
  var number: Int { unsafe Int(interface.pointee.xRowid(context)) }

  /// Hands over where a phrase stands, column and word, in order.
  ///
  /// `body` says whether it wants more.
  func forEachHit(of phrase: Int, _ body: (_ column: Int, _ offset: Int) -> Bool) {
    var place = unsafe Fts5PhraseIter()
    var column: Int32 = 0
    var offset: Int32 = 0
    let code = unsafe interface.pointee.xPhraseFirst(
      context, Int32(phrase), &place, &column, &offset)
    guard code == SQLITE_OK else { return }
    while column >= 0 {
      guard body(Int(column), Int(offset)) else { return }
      unsafe interface.pointee.xPhraseNext(context, &place, &column, &offset)
    }
  }
}
