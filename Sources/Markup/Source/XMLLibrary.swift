internal import CXML2

/// What libxml2 sets up once for all threads.
enum XMLLibrary {
  /// To be named before its first use on any thread, as its documentation of threads demands: of
  /// the calls made here not all would see to it, and two at once must not.
  static let isReady: Void = xmlInitParser()
}
