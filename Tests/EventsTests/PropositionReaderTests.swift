import ChanceryTestSupport
import Language
import Testing

@testable import Events

/// The logical arguments of a predicate, as `agent Moscow, patient Kyiv`.
func arguments(of form: String, in conllu: String) throws -> String {
  let document = try Document(conllu: conllu)
  let reader = PropositionReader(document: document, tree: DependencyTree(document))
  let token = try #require(document.tokens.indices.first { document.form($0) == form })
  let p = try #require(reader.propositions()[token])
  return p.arguments.map { argument in
    let role =
      switch argument.role {
      case .agent: "agent"
      case .patient: "patient"
      case .oblique(let preposition): preposition
      case .clause: "clause"
      }
    return "\(role) \(document.form(argument.head))"
  }.joined(separator: ", ")
}

@Suite struct PropositionReaderTests {
  @Test func aPassiveVerbHasItsSubjectAsPatientAndByAsAgent() throws {
    let found = try arguments(
      of: "visited",
      in: """
        1 Beijing Beijing PROPN _ _ 3 nsubj:pass
        2 was be AUX _ _ 3 aux:pass
        3 visited visit VERB _ Tense=Past|VerbForm=Part|Voice=Pass 0 root
        4 by by ADP _ _ 5 case
        5 Blinken Blinken PROPN _ _ 3 obl:agent
        """)
    #expect(found == "patient Beijing, agent Blinken")
  }

  @Test func aRelativeClauseTakesTheNounBeforeIt() throws {
    let found = try arguments(
      of: "attacked",
      in: """
        1 Rebels rebel NOUN _ _ 0 root
        2 who who PRON _ PronType=Rel 3 nsubj
        3 attacked attack VERB _ Tense=Past|VerbForm=Fin 1 acl:relcl
        4 Goma Goma PROPN _ _ 3 obj
        """)
    #expect(found == "agent Rebels, patient Goma")
  }

  @Test func aRelativeClauseWithoutPronounTakesTheNounAsItsObject() throws {
    let found = try arguments(
      of: "imposed",
      in: """
        1 Sanctions sanction NOUN _ _ 0 root
        2 Washington Washington PROPN _ _ 3 nsubj
        3 imposed impose VERB _ Tense=Past|VerbForm=Fin 1 acl:relcl
        """)
    #expect(found == "agent Washington, patient Sanctions")
  }

  @Test func aParticipleAfterANounHasItAsPatient() throws {
    let found = try arguments(
      of: "signed",
      in: """
        1 deal deal NOUN _ _ 0 root
        2 signed sign VERB _ Tense=Past|VerbForm=Part 1 acl
        3 by by ADP _ _ 4 case
        4 Kigali Kigali PROPN _ _ 2 obl:agent
        """)
    #expect(found == "patient deal, agent Kigali")
  }

  @Test func theObjectOfAnUrgingVerbIsTheAgentOfWhatIsUrged() throws {
    let found = try arguments(
      of: "withdraw",
      in: """
        1 Paris Paris PROPN _ _ 2 nsubj
        2 urged urge VERB _ VerbForm=Fin 0 root
        3 Ankara Ankara PROPN _ _ 2 obj
        4 to to PART _ _ 5 mark
        5 withdraw withdraw VERB _ VerbForm=Inf 2 xcomp
        """)
    #expect(found == "agent Ankara")
  }

  @Test func theSubjectOfAPromisingVerbIsTheAgentOfWhatIsPromised() throws {
    let found = try arguments(
      of: "help",
      in: """
        1 Paris Paris PROPN _ _ 2 nsubj
        2 promised promise VERB _ VerbForm=Fin 0 root
        3 Ankara Ankara PROPN _ _ 2 obj
        4 to to PART _ _ 5 mark
        5 help help VERB _ VerbForm=Inf 2 xcomp
        """)
    #expect(found == "agent Paris")
  }

  @Test func whoIsAccusedOfAnActIsItsAgent() throws {
    let found = try arguments(
      of: "arming",
      in: """
        1 Kyiv Kyiv PROPN _ _ 2 nsubj
        2 accused accuse VERB _ VerbForm=Fin 0 root
        3 Minsk Minsk PROPN _ _ 2 obj
        4 of of SCONJ _ _ 5 mark
        5 arming arm VERB _ VerbForm=Ger 2 advcl
        6 rebels rebel NOUN _ _ 5 obj
        """)
    #expect(found == "patient rebels, agent Minsk")
  }

  @Test func coordinatedVerbsShareTheirSubject() throws {
    let found = try arguments(
      of: "bombed",
      in: """
        1 Planes plane NOUN _ _ 2 nsubj
        2 took take VERB _ VerbForm=Fin 0 root
        3 off off ADP _ _ 2 compound:prt
        4 and and CCONJ _ _ 5 cc
        5 bombed bomb VERB _ VerbForm=Fin 2 conj
        6 Aden Aden PROPN _ _ 5 obj
        """)
    #expect(found == "patient Aden, agent Planes")
  }

  @Test func aVerbSharesTheObjectOfTheVerbAfterIt() throws {
    let found = try arguments(
      of: "backed",
      in: """
        1 Sudan Sudan PROPN _ _ 2 nsubj
        2 backed back VERB _ VerbForm=Fin 0 root
        3 and and CCONJ _ _ 4 cc
        4 armed arm VERB _ VerbForm=Fin 2 conj
        5 rebels rebel NOUN _ _ 4 obj
        """)
    #expect(found == "agent Sudan, patient rebels")
  }

  @Test func coordinatedNounsAreEachAnArgument() throws {
    let found = try arguments(
      of: "met",
      in: """
        1 Xi Xi PROPN _ _ 4 nsubj
        2 and and CCONJ _ _ 3 cc
        3 Putin Putin PROPN _ _ 1 conj
        4 met meet VERB _ VerbForm=Fin 0 root
        """)
    #expect(found == "agent Xi, agent Putin")
  }

  @Test func aNounHasItsPossessorAsAgentAndItsPrepositions() throws {
    let found = try arguments(
      of: "visit",
      in: """
        1 Blinken Blinken PROPN _ _ 3 nmod:poss
        2 's 's PART _ _ 1 case
        3 visit visit NOUN _ _ 0 root
        4 to to ADP _ _ 5 case
        5 China China PROPN _ _ 3 nmod
        """)
    #expect(found == "agent Blinken, to China")
  }

  @Test func anAdjectiveNamesWhoDidWhatANounTells() throws {
    let found = try arguments(
      of: "strike",
      in: """
        1 Israeli Israeli ADJ _ _ 2 amod
        2 strike strike NOUN _ _ 0 root
        3 on on ADP _ _ 4 case
        4 Rafah Rafah PROPN _ _ 2 nmod
        """)
    #expect(found == "on Rafah, agent Israeli")
  }

  @Test func aLightVerbGivesItsSubjectAndPrepositionsToItsNoun() throws {
    let found = try arguments(
      of: "talks",
      in: """
        1 Oman Oman PROPN _ _ 2 nsubj
        2 held hold VERB _ VerbForm=Fin 0 root
        3 talks talk NOUN _ _ 2 obj
        4 with with ADP _ _ 5 case
        5 Iran Iran PROPN _ _ 2 obl
        """)
    #expect(found == "agent Oman, with Iran")
  }

  @Test func whatStandsAfterAPrepositionInTheObjectBelongsToTheVerbToo() throws {
    let found = try arguments(
      of: "imposed",
      in: """
        1 Brussels Brussels PROPN _ _ 2 nsubj
        2 imposed impose VERB _ VerbForm=Fin 0 root
        3 sanctions sanction NOUN _ _ 2 obj
        4 on on ADP _ _ 5 case
        5 Minsk Minsk PROPN _ _ 3 nmod
        """)
    #expect(found == "agent Brussels, patient sanctions, on Minsk")
  }
}
