/// Attributes that a page may not bring.
enum HTMLAttribute {
  /// A sentence for each attribute that runs code: `onerror=`, `javascript:`.
  static func problems(
    _ attributes: [(name: String, value: String)], of element: String
  ) -> [String] {
    attributes.compactMap { attribute in
      if attribute.name.hasPrefix("on") {
        return "the attribute '\(attribute.name)' of '\(element)' is removed"
      }
      let isAddress = attribute.name == "href" || attribute.name == "src"
      if isAddress, LinkTarget(attribute.value.utf8) == .refused {
        return "the address '\(attribute.value)' of '\(element)' is removed"
      }
      return nil
    }
  }
}
