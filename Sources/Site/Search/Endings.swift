/// What becomes of words by their endings, learnt from words whose terms are known: the browser has
/// no stemmer, and only words that no text has are left to it.
///
/// The longest ending that is known decides. Endings are taken up from short to long, each where it
/// does better on the words than the shorter ones do.
struct Endings {
  /// What is done to a word: so many letters cut off, others added.
  struct Action: Hashable {
    var cut: Int
    var added: [UInt16]
  }

  struct Ending {
    var text: [UInt16]
    var action: Action
    /// How many words more come out right for it.
    var gain: Int
  }

  private(set) var endings: [Ending] = []

  private static let longest = 9
  private static let most = 900
  private static let leastGain = 2

  /// Learns from words and their terms.
  init(_ words: [(word: [UInt16], term: [UInt16])]) {
    var samples = words.map { word, term in
      let shared = WordShards.shared(word, term)
      return Sample(
        reversed: word.reversed(),
        action: Action(cut: word.count - shared, added: Array(term[shared...])))
    }
    samples.sort { $0.reversed.lexicographicallyPrecedes($1.reversed) }
    learn(samples[...], length: 0, before: Action(cut: 0, added: []))
    endings.sort {
      $0.gain == $1.gain ? $0.text.lexicographicallyPrecedes($1.text) : $0.gain > $1.gain
    }
    endings = Array(endings.prefix(Self.most))
  }

  private struct Sample {
    var reversed: [UInt16]
    var action: Action
  }

  /// Looks at the words with an ending of so many letters, which are in order of their endings.
  private mutating func learn(_ samples: ArraySlice<Sample>, length: Int, before: Action) {
    guard let first = samples.first, samples.count >= Self.leastGain else { return }
    var counts: [Action: Int] = [:]
    for sample in samples { counts[sample.action, default: 0] += 1 }
    guard counts.count > 1 || counts[before] == nil else { return }
    var action = before
    let best = counts.max {
      $0.value == $1.value ? $1.key.precedes($0.key) : $0.value < $1.value
    }
    if let best, best.value - counts[before, default: 0] >= Self.leastGain {
      action = best.key
      endings.append(
        Ending(
          text: first.reversed[..<length].reversed(), action: action,
          gain: best.value - counts[before, default: 0]))
    }
    guard length < Self.longest, counts.count > 1 else { return }
    var start = samples.startIndex
    while start < samples.endIndex {
      // Words that end here have no longer ending.
      guard samples[start].reversed.count > length else {
        start += 1
        continue
      }
      let letter = samples[start].reversed[length]
      var end = start + 1
      while end < samples.endIndex, samples[end].reversed.count > length,
        samples[end].reversed[length] == letter
      {
        end += 1
      }
      learn(samples[start..<end], length: length + 1, before: action)
      start = end
    }
  }

  /// As the browser reads them: `ations!'` and so on, a blank between two.
  var text: [UInt8] {
    var text: [UInt8] = []
    for ending in endings {
      if !text.isEmpty { text.append(UInt8(ascii: " ")) }
      text += WordShards.utf8(ending.text[...])
      text.append(UInt8(ascii: "!"))
      text += NumberText.text(ending.action.cut) + WordShards.utf8(ending.action.added[...])
    }
    return text
  }
}

extension Endings.Action {
  /// The one that does less comes first.
  fileprivate func precedes(_ other: Self) -> Bool {
    cut == other.cut ? added.lexicographicallyPrecedes(other.added) : cut < other.cut
  }
}
