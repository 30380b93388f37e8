import Foundation

/// A reading as its JSON holds it, as far as a page shows it. Offsets count code points of the article's text.
struct ReadingContent: Decodable, Sendable {
  struct Piece: Decodable, Sendable {
    var start: Int
    var end: Int
    var text: String?
    var form: String?
  }

  struct Member: Decodable, Sendable {
    var id: String
    var name: String
    var kind: String
    var code: String
    var sector: [String]
    var office: String?
    var mentions: [Piece]
  }

  struct Party: Decodable, Sendable {
    var code: String
    var sector: [String]
    var id: String
    var entityText: String
  }

  struct Location: Decodable, Sendable {
    var extractedPlace: String
    var resolvedPlace: String?
    var countryCode: String?
  }

  struct Sentence: Decodable, Sendable {
    var start: Int
    var end: Int
  }

  struct Size: Decodable, Sendable {
    var dead: Int?
    var injured: Int?
    var arrested: Int?
  }

  struct Event: Decodable, Sendable {
    var id: String
    var event: String
    var mode: [String]
    var auxiliary: [String]
    var plover: String?
    var cameo: String
    var quadCode: Int
    var eventScale: Double
    var actor: [Party]
    var recipient: [Party]
    var date: String?
    var enddate: String?
    var dateText: String?
    var eventLoc: Location?
    var eventText: String
    var textInfo: Sentence
    var attributedTo: [String]
    var deniedBy: [String]
    var size: Size?
    var rule: String
    var confidence: Double
  }

  struct Speaker: Decodable, Sendable {
    var id: String?
    var name: String
    var code: String
    var affiliation: String?
  }

  struct Statement: Decodable, Sendable {
    var id: String
    var speaker: Speaker?
    var addressee: Speaker?
    var cue: Piece?
    var content: Piece
    var quotation: String
    var stance: String
    var about: [String]
    var events: [String]
  }

  struct Change: Decodable, Sendable {
    var value: Double?
    var since: String?
  }

  struct Figure: Decodable, Sendable {
    var value: Double
    var unit: String
    var of: String?
    var bound: String?
    var period: String?
    var change: Change?
    var attributedTo: [String]?
    var start: Int
    var end: Int
    var text: String
  }

  var cast: [Member]
  var events: [Event]
  var statements: [Statement]
  var figures: [Figure]

  /// - Throws: ``Problem`` where the JSON is no reading.
  init(json: String) throws {
    do {
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      self = try decoder.decode(ReadingContent.self, from: Data(json.utf8))
    } catch {
      throw Problem(.archive, "the reading of the article cannot be shown; ingest the article again with --reread")
    }
  }
}
