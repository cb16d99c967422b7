internal import Render

/// The file `Info.plist` of a docset, which says what it is
/// (<https://kapeli.com/docsets#infoplist>).
enum DocsetInfo {
  static func bytes(name: String, identifier: String) -> [UInt8] {
    let xml = XMLWriter(isDocument: true)
    xml.doctype(
      "plist", public: "-//Apple//DTD PLIST 1.0//EN",
      system: "http://www.apple.com/DTDs/PropertyList-1.0.dtd")
    xml.element("plist", ["version": "1.0"]) {
      xml.element("dict") {
        let texts: KeyValuePairs = [
          "CFBundleIdentifier": identifier, "CFBundleName": name, "DocSetPlatformFamily": "errkb",
          "dashIndexFilePath": DocsetPlan.entrance,
        ]
        for (key, value) in texts {
          xml.element("key", [:], key)
          xml.element("string", [:], value)
        }
        for (key, value) in [("isDashDocset", "true"), ("isJavaScriptEnabled", "false")] {
          xml.element("key", [:], key)
          xml.element(value)
        }
      }
    }
    return xml.bytes
  }
}
