internal import CCMark
internal import CXML2
internal import CSQLite
public enum Errkb { public static func start() { print(cmark_version(), xmlGetExternalEntityLoader() != nil, String(cString: sqlite3_libversion())) } }
