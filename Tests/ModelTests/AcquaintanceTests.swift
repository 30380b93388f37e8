import Actors
import Articles
import Chancery
import Testing

/// People whom one article introduces and another names alone.
@Suite struct AcquaintanceTests {
  private func person(_ name: String, in text: String, knowing people: Acquaintances = .none) throws -> (
    entity: Entity?, introduction: Introduction?
  ) {
    let reading = try Loaded.reader.get().read(
      Article(id: "1", text: text, published: CalendarDate("2031-05-01")), knowing: people)
    return (
      reading.cast.entities.first { $0.name == name },
      reading.cast.introductions.first { $0.name == name.lowercased().replacing(" ", with: "-") }
    )
  }

  @Test func anArticleIntroducesWhomItSaysTheStateOf() throws {
    let told = try person(
      "Selim Aktas",
      in: "Turkish Foreign Minister Selim Aktas arrived in Athens on Monday for talks with Greek officials.")
    #expect(
      told.introduction
        == Introduction(name: "selim-aktas", code: "TUR", sectors: ["GOV"], office: "Foreign Minister", basis: .told))
  }

  @Test func whomOthersIntroduceIsKnown() throws {
    let text =
      "Greece and Egypt signed an accord in Athens. Foreign Minister Selim Aktas criticised Greece and Egypt for it."
    let stranger = try person("Selim Aktas", in: text)
    #expect(stranger.introduction?.basis == .guessed)
    let people = Acquaintances([
      Introduction(name: "selim-aktas", code: "TUR", sectors: ["GOV"], office: "Foreign Minister", basis: .acquainted)
    ])
    let known = try person("Selim Aktas", in: text, knowing: people)
    #expect(known.entity?.code == "TUR" && known.introduction?.basis == .acquainted)
  }

  @Test func whatAnArticleTellsItselfGoesBefore() throws {
    let people = Acquaintances([Introduction(name: "selim-aktas", code: "TUR", sectors: ["GOV"], basis: .acquainted)])
    let told = try person(
      "Selim Aktas", in: "Cypriot Foreign Minister Selim Aktas arrived in Athens on Monday.", knowing: people)
    #expect(told.entity?.code == "CYP" && told.introduction?.basis == .told)
  }
}
