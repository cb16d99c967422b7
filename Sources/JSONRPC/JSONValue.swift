internal import CJansson

/// A JSON value that was read, through jansson.
///
/// What is asked of a value looks into the tree that jansson made: nothing of it is copied but what
/// is wanted. A question that does not fit the kind of the value has no answer, nil.
@safe
package final class JSONValue {
  /// One reference to it is ours.
  private let value: UnsafeMutablePointer<json_t>

  private init(owning value: UnsafeMutablePointer<json_t>) { unsafe self.value = value }

  deinit { unsafe json_decref(value) }

  /// Reads one value, and nothing after it but white space (RFC 8259).
  ///
  /// What jansson does not take, nesting of more than 2,048 levels, whole numbers of more than 64
  /// bits and names that an object has twice, is an error like text that is no JSON.
  package static func parsed(_ text: [UInt8]) throws(JSONError) -> JSONValue {
    var error = json_error_t()
    let flags = Int(JSON_REJECT_DUPLICATES | JSON_DECODE_ANY | JSON_ALLOW_NUL)
    let value = unsafe text.withUnsafeBytes { bytes in
      unsafe json_loadb(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, flags, &error)
    }
    guard let value = unsafe value else {
      throw JSONError(position: Int(error.position))
    }
    return unsafe JSONValue(owning: value)
  }

  private var type: json_type { unsafe value.pointee.type }

  private static func shared(_ value: UnsafeMutablePointer<json_t>?) -> JSONValue? {
    guard let value = unsafe value else { return nil }
    return unsafe JSONValue(owning: json_incref(value))
  }
}

/// Why text is not JSON that is taken.
package struct JSONError: Error, Hashable {
  /// How many bytes had been read.
  package let position: Int
}

// MARK: - What it is

extension JSONValue {
  package var isNull: Bool { type == JSON_NULL }
  package var isObject: Bool { type == JSON_OBJECT }
  package var isArray: Bool { type == JSON_ARRAY }

  /// The text of a string, any U+0000 with it.
  package var string: String? {
    guard type == JSON_STRING, let start = unsafe json_string_value(value) else { return nil }
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: json_string_length(value))
    return unsafe String(decoding: bytes, as: UTF8.self)
  }

  /// A number that is written as a whole one.
  package var integer: Int? {
    type == JSON_INTEGER ? unsafe Int(json_integer_value(value)) : nil
  }

  package var boolean: Bool? {
    switch type {
    case JSON_TRUE: true
    case JSON_FALSE: false
    default: nil
    }
  }
}

// MARK: - What is in it

extension JSONValue {
  /// How many elements an array has; 0 for anything else.
  package var count: Int { unsafe json_array_size(value) }

  /// The element of an array at a place, or nil where there is none.
  package func element(at index: Int) -> JSONValue? {
    unsafe Self.shared(json_array_get(value, index))
  }

  /// The names of an object's members, in their order; none for anything else.
  package var names: [String] {
    var names: [String] = []
    var iterator = unsafe json_object_iter(value)
    while let member = unsafe iterator {
      if let name = unsafe json_object_iter_key(member) {
        unsafe names.append(String(cString: name))
      }
      unsafe iterator = json_object_iter_next(value, member)
    }
    return names
  }

  /// The member of an object with a name, or nil where there is none.
  package subscript(_ name: String) -> JSONValue? {
    unsafe Self.shared(json_object_get(value, name))
  }
}
