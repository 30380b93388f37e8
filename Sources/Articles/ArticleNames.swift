/// Names for articles that are unique within a reading.
final class ArticleNames {
  /// Hashes of the names, FNV-1a: eight bytes a name, however long it is.
  private var given: Set<UInt64> = []

  /// The name itself where it is new, else with the first number from `~2` on that makes it so.
  func unique(_ name: String) -> String {
    if given.insert(Hash.fnv(name.utf8)).inserted { return name }
    var number = 2
    while !given.insert(Hash.fnv("\(name)~\(number)".utf8)).inserted { number += 1 }
    return "\(name)~\(number)"
  }
}
