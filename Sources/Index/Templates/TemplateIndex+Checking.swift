extension TemplateIndex {
  /// What is wrong with the numbers of the index; nil where all lead to something.
  ///
  /// - Complexity: O(*n*) in the size of the index, but for its items, which may be any numbers.
  var flaw: String? {
    if let flaw = flawOfEvents ?? flawOfTemplates ?? flawOfAnchors { return flaw }
    let textCount = holeTexts.count(where: { $0 == 0 })
    guard holeTexts.last == 0, locales.last == 0 || locales.isEmpty else { return "a torn text" }
    for hole in holes where Int(hole.before) >= textCount || Int(hole.after) >= textCount {
      return "a text beside a placeholder leads too far"
    }
    return nil
  }

  private var flawOfEvents: String? {
    guard events.first == 0, let end = events.last, Int(end) == eventNames.count else {
      return "the names of events are torn"
    }
    for event in events.indices.dropLast() {
      let (start, end) = (Int(events[event]), Int(events[event + 1]))
      guard start < end, end <= eventNames.count else { return "an event leads too far" }
      var parts = 0
      for position in start..<end where eventNames[position] == 0 { parts += 1 }
      guard parts == 2, eventNames[end - 1] == 0 else { return "the name of an event is torn" }
    }
    return nil
  }

  private var flawOfTemplates: String? {
    guard let last = templates.last, Int(last.firstItem) == items.count,
      Int(last.firstHole) == holes.count
    else { return "the last template leads too far" }
    let localeCount = locales.count(where: { $0 == 0 })
    var event: UInt32 = 0
    for number in templates.indices.dropLast() {
      let (template, next) = (templates[number], templates[number + 1])
      guard template.firstItem < next.firstItem, template.firstHole <= next.firstHole,
        template.event >= event, Int(template.event) < events.count - 1,
        template.locale < localeCount
      else { return "a template leads too far" }
      event = template.event
    }
    return nil
  }

  private var flawOfAnchors: String? {
    var key: UInt32 = 0
    for anchor in anchors {
      guard anchor.key >= key, Int(anchor.template) < templates.count - 1 else {
        return "an anchor leads too far"
      }
      let template = Int(anchor.template)
      guard
        Int(templates[template].firstItem) + Int(anchor.item)
          < Int(templates[template + 1].firstItem)
      else { return "an anchor leads too far" }
      key = anchor.key
    }
    return nil
  }
}
