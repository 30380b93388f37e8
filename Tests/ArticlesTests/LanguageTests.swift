import Testing

@testable import Articles

@Suite struct LanguageTests {
  private static let english = String(repeating: News.lead + " " + News.body + " ", count: 2)
  private static let texts = [
    ("en", english),
    (
      "de",
      "Die Außenministerin sagte am Dienstag, ihr Land werde den Vertrag nicht vor dem Sommer unterzeichnen. Die Nachbarn nannten die Entscheidung bedauerlich und baten für die kommende Woche um Gespräche in der Hauptstadt. Beide Länder hatten im März drei Grenzübergänge geschlossen."
    ),
    (
      "fr",
      "La ministre des Affaires étrangères a déclaré mardi que son pays ne signerait pas le traité avant l'été. Ses voisins ont jugé cette décision regrettable et ont demandé des pourparlers dans la capitale la semaine prochaine. Les deux pays avaient fermé trois postes-frontières en mars."
    ),
    (
      "ru",
      "Министр иностранных дел заявила во вторник, что её страна не подпишет договор до лета. Соседи назвали это решение достойным сожаления и попросили о переговорах в столице на следующей неделе. В марте обе страны закрыли три пограничных поста."
    ),
    ("zh", "外交部长星期二表示，她的国家在夏天之前不会签署该条约。邻国称这一决定令人遗憾，并要求下周在首都举行会谈。今年三月，两国在士兵向一艘巡逻艇开火后关闭了三个边境哨所。双方都希望局势尽快恢复平静，并愿意继续对话。"),
  ]

  @Test(arguments: texts) func languageIsRecognised(code: String, text: String) throws {
    let guess = try #require(LanguageGuess(SourceText(text)))
    #expect(guess.code == code)
    #expect(guess.isSure)
    #expect(Taken(text).articles.first?.language == code)
  }

  @Test func shortTextsAreLeftOpen() {
    #expect(Taken("Guten Tag, Frau Ministerin.").articles.first?.language == nil)
    #expect(Taken("Guten Tag, Frau Ministerin.").articles.first?.problem(readingOnly: "en") == nil)
  }

  @Test func declaredLanguageHoldsUnlessTheTextContradictsIt() {
    func language(_ declared: String, _ text: String) -> String? {
      Taken(#"{"id": "a", "text": "\#(text)", "language": "\#(declared)"}"#, as: .jsonl).articles.first?.language
    }
    #expect(language("fr", Self.english) == "en")
    #expect(language("de", "Guten Tag.") == "de")
    #expect(language("EN-us", "Good day.") == "en")
  }

  @Test func otherLanguagesAreTold() throws {
    let article = try #require(Taken(Self.texts[1].1).articles.first)
    #expect(article.problem(readingOnly: "en")?.kind == .language)
    #expect(article.problem(readingOnly: "de") == nil)
  }
}
