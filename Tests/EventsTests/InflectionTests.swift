import Testing

@testable import Events

@Suite struct InflectionTests {
  @Test(arguments: [
    ("expel", "expelled"), ("visit", "visited"), ("urge", "urging"), ("deny", "denied"), ("free", "freed"),
    ("reach", "reaches"),
    ("impose", "imposed"), ("ban", "banning"), ("deploy", "deploying"), ("agree", "agreeing"),
  ]) func aVerbsRegularFormsAreKnown(verb: String, form: String) {
    #expect(Inflection.forms(ofVerb: verb).contains(form))
  }

  @Test(arguments: [("embassy", "embassies"), ("envoy", "envoys"), ("clash", "clashes"), ("strike", "strikes")])
  func aNounsPluralIsKnown(noun: String, plural: String) {
    #expect(Inflection.plural(of: noun) == plural)
  }
}
