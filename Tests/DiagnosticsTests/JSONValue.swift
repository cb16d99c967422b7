import Foundation

/// JSON as values, read by a parser that is not ours.
struct JSONValue {
  private let value: Any

  init?(_ text: String) {
    guard let value = try? JSONSerialization.jsonObject(with: Data(text.utf8)) else { return nil }
    self.value = value
  }

  private init(value: Any) { self.value = value }

  subscript(key: String) -> JSONValue? {
    (value as? [String: Any])?[key].map(JSONValue.init(value:))
  }

  subscript(index: Int) -> JSONValue? {
    guard let values = value as? [Any], values.indices.contains(index) else { return nil }
    return JSONValue(value: values[index])
  }

  var count: Int? { (value as? [Any])?.count }
  var string: String? { value as? String }
  var integer: Int? { value as? Int }
}
