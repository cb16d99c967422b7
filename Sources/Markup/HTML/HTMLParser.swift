internal import CXML2

/// HTML read by libxml2, whose tree is walked and freed before anything returns.
package enum HTMLParser {
  /// What the walk of a tree meets, in document order.
  package enum Event {
    case start(name: String, attributes: [(name: String, value: String)])
    case end(name: String)
    case text([UInt8])
  }

  /// The attributes of one tag.
  static func attributes(ofTag literal: [UInt8]) -> [(name: String, value: String)] {
    var found: [(name: String, value: String)] = []
    walk(literal) { event in
      if case .start(let name, let attributes) = event, name != "html", name != "body",
        name != "p", name != "head", found.isEmpty
      {
        found = attributes
      }
    }
    return found
  }

  /// Parses HTML as a browser would mend it, and hands out its tree, start and end of each element.
  ///
  /// Walks along child, next and parent: depth is the input's choice.
  package static func walk(_ html: [UInt8], _ body: (Event) -> Void) {
    let options = Int32(
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue)
    XMLLibrary.isReady
    guard let context = unsafe htmlNewParserCtxt() else { return }
    defer { unsafe htmlFreeParserCtxt(context) }
    // It would else end without a word at ten million bytes of text in one element.
    unsafe context.pointee.options |= Int32(XML_PARSE_HUGE.rawValue)
    let document = unsafe html.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { text in
        unsafe htmlCtxtReadMemory(
          context, text.baseAddress, Int32(clamping: text.count), nil, "UTF-8", options)
      }
    }
    guard let document = unsafe document else { return }
    defer { unsafe xmlFreeDoc(document) }
    guard let root = unsafe xmlDocGetRootElement(document) else { return }

    var node = unsafe root
    while true {
      let isElement = unsafe node.pointee.type == XML_ELEMENT_NODE
      let name = isElement ? unsafe string(node.pointee.name) : ""
      if isElement {
        body(.start(name: name, attributes: unsafe attributes(of: node)))
        if let child = unsafe node.pointee.children {
          unsafe node = child
          continue
        }
        body(.end(name: name))
      } else if unsafe node.pointee.type == XML_TEXT_NODE
        || node.pointee.type == XML_CDATA_SECTION_NODE
      {
        body(.text(unsafe bytes(node.pointee.content)))
      }
      while unsafe node.pointee.next == nil {
        guard let parent = unsafe node.pointee.parent,
          unsafe parent.pointee.type == XML_ELEMENT_NODE
        else { return }
        body(.end(name: unsafe string(parent.pointee.name)))
        unsafe node = parent
      }
      guard let next = unsafe node.pointee.next else { return }
      unsafe node = next
    }
  }

  private static func attributes(of node: xmlNodePtr) -> [(name: String, value: String)] {
    var found: [(name: String, value: String)] = []
    var attribute = unsafe node.pointee.properties
    while let current = unsafe attribute {
      // The HTML parser decodes entities, so that a value is one text node.
      let value = unsafe current.pointee.children.map { unsafe bytes($0.pointee.content) } ?? []
      found.append((unsafe string(current.pointee.name), String(decoding: value, as: UTF8.self)))
      unsafe attribute = current.pointee.next
    }
    return found
  }

  private static func bytes(_ text: UnsafePointer<xmlChar>?) -> [UInt8] {
    guard let text = unsafe text else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text))))
  }

  private static func string(_ text: UnsafePointer<xmlChar>?) -> String {
    String(decoding: unsafe bytes(text), as: UTF8.self)
  }
}
