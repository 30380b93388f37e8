import Articles
import Language

/// Makes the cast of one document.
struct CastBuilder {
  let dictionary: ActorDictionary
  let document: Document
  let day: CalendarDate?

  init(dictionary: ActorDictionary, document: Document, day: CalendarDate?) {
    self.dictionary = dictionary
    self.document = document
    self.day = day
  }

  mutating func cast() -> Cast { Cast() }
}
