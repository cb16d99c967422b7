internal import Catalogue
internal import Glibc

/// The day of a file's last change.
enum FileDate {
  /// The day in UTC, so that it is the same on every machine; nil where the file is not there.
  static func changed(_ path: String) -> CalendarDate? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    var seconds = status.st_mtim.tv_sec
    var parts = unsafe tm()
    guard unsafe gmtime_r(&seconds, &parts) != nil else { return nil }
    return unsafe CalendarDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
