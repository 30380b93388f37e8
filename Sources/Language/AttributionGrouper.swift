import Articles

/// Makes attributions of what the encoder saw word by word in a window.
struct AttributionGrouper {
  /// A word's probabilities of beginning and of continuing each role.
  struct Tags {
    var source: (begin: Float, inside: Float)
    var cue: (begin: Float, inside: Float)
    var content: (begin: Float, inside: Float)
  }

  private enum Role {
    case source, cue, content

    /// How probable a word has to be of it.
    var least: Float { self == .content ? 0.5 : 0.4 }
  }

  let roles: [Tags]
  /// `[word × word]`: how far a word belongs to the attribution whose cue begins at the other.
  let links: UnsafeBufferPointer<Float>
  let tokens: ArraySlice<Token>
  let text: SourceText

  private func tags(_ i: Int, _ role: Role) -> (begin: Float, inside: Float) {
    switch role {
    case .source: roles[i].source
    case .cue: roles[i].cue
    case .content: roles[i].content
    }
  }

  /// The runs of a role: parted where a word is likelier to begin than to continue one.
  private func runs(_ role: Role) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for i in roles.indices {
      let (begin, inside) = tags(i, role)
      if begin + inside < role.least || begin > inside {
        if let from = start { runs.append(from..<i) }
        start = begin + inside < role.least ? nil : i
      } else if start == nil {
        start = i
      }
    }
    if let from = start { runs.append(from..<roles.count) }
    return runs
  }

  /// The attributions, by the order of their contents; numbers are the window's.
  func attributions() -> [Attribution] {
    let cues = runs(.cue)
    let contents = runs(.content)
    let sources = runs(.source)
    // Each content goes to the cue it points at, or to none.
    var groups: [(cue: Int, contents: [Range<Int>])] = []
    for content in contents {
      let cue = anchor(content, among: cues, own: true)
      if let cue, let k = groups.firstIndex(where: { $0.cue == cue }) {
        groups[k].contents.append(content)
      } else {
        groups.append((cue ?? -1, [content]))
      }
    }
    var found: [Attribution] = []
    for group in groups {
      let cue = group.cue < 0 ? [] : [cues[group.cue]]
      let content = filled(group.contents)
      var source: [Range<Int>] = []
      for run in sources {
        let mine: Bool
        if group.cue >= 0 {
          mine = anchor(run, among: cues, own: false) == group.cue
        } else {
          mine = false
        }
        if mine { source.append(run) }
      }
      var sum: Float = 0
      var count: Float = 0
      for range in content {
        for i in range {
          let (begin, inside) = roles[i].content
          sum += begin + inside
          count += 1
        }
      }
      found.append(Attribution(source: source, cue: cue, content: content, confidence: sum / max(count, 1)))
    }
    return found.sorted { ($0.content.first?.lowerBound ?? 0) < ($1.content.first?.lowerBound ?? 0) }
  }

  /// The cue that a run's words point at together; `nil` where its own first word outdoes all (`own`).
  private func anchor(_ run: Range<Int>, among cues: [Range<Int>], own: Bool) -> Int? {
    let n = roles.count
    func strength(_ target: Int) -> Float { run.reduce(0) { $0 + links[$1 * n + target] } / Float(run.count) }
    var best: Int?
    var most = own ? strength(run.lowerBound) : -Float.infinity
    for (k, cue) in cues.enumerated() {
      let here = strength(cue.lowerBound)
      if here > most {
        most = here
        best = k
      }
    }
    return best
  }

  /// Ranges with the small holes between them closed.
  private func filled(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var out: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = out.last, range.lowerBound - last.upperBound <= 3 {
        out[out.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        out.append(range)
      }
    }
    return out
  }
}

extension Attribution {
  /// The same with all numbers of tokens moved on.
  func shifted(by offset: Int) -> Attribution {
    func shift(_ ranges: [Range<Int>]) -> [Range<Int>] {
      ranges.map { ($0.lowerBound + offset)..<($0.upperBound + offset) }
    }
    return Attribution(source: shift(source), cue: shift(cue), content: shift(content), confidence: confidence)
  }
}
