import Testing

@testable import Articles

@Suite struct SentencesTests {
  @Test func sentencesOfPetrarch() throws {
    let taken = Taken(
      """
      <?xml version="1.0"?>
      <Sentences>
      <Sentence date="20240305" id="COU-1_1" source="COU" sentence="true">
      <Text>
      Ruritania's foreign minister
      met &quot;friends&quot; in Strelsau.
      </Text>
      <Parse>(ROOT (S (NP (NNP Ruritania))))</Parse>
      </Sentence>
      <Sentence date="soon" id="COU-1_2"><Text>They left.</Text></Sentence>
      <Sentence date="20240305" id="COU-1_3"><Parse/></Sentence>
      </Sentences>
      """)
    #expect(taken.articles.map(\.id) == ["COU-1_1", "COU-1_2"])
    #expect(taken.articles.first?.text.string == "Ruritania's foreign minister met \"friends\" in Strelsau.")
    #expect(taken.articles.first?.published == CalendarDate("2024-03-05"))
    #expect(taken.articles.first?.publisher == "COU")
    #expect(taken.problems.map(\.kind) == [.empty])
    #expect(taken.warnings.map(\.kind) == [.date])
  }

  @Test func entitiesAreNotExpanded() {
    let bomb = "<!DOCTYPE s [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
    let file = "<!DOCTYPE s [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>"
    for head in [bomb, file] {
      let taken = Taken("\(head)<Sentences><Sentence id=\"1\"><Text>&a;</Text></Sentence></Sentences>")
      #expect(taken.articles.isEmpty)
      #expect(taken.problems.map(\.kind) == [.markup])
      #expect(taken.problems.first?.message.contains("entities") == true)
    }
  }
}
