import Archive
import Chancery
import Foundation
import HTTPTypes
import Testing

@testable import ChanceryTestSupport
@testable import Server

@Suite struct OpenAPITests {
  private static func document() throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(OpenAPI.document.line.utf8)) as? [String: Any])
  }

  @Test func everyAddressIsDescribedWithItsParameters() throws {
    let paths = try #require(try Self.document()["paths"] as? [String: [String: [String: Any]]])
    #expect(paths.count == API.all.count)
    for endpoint in API.all {
      let operation = try #require(paths[endpoint.path]?[endpoint.method.rawValue.lowercased()])
      let parameters = operation["parameters"] as? [[String: Any]] ?? []
      #expect(parameters.compactMap { $0["name"] as? String } == endpoint.parameters.map(\.name))
      #expect(parameters.allSatisfy { ($0["description"] as? String)?.isEmpty == false })
    }
  }

  @Test func everyReferenceLeadsSomewhere() throws {
    let document = try Self.document()
    var references: [String] = []
    func collect(_ value: Any) {
      if let object = value as? [String: Any] {
        if let reference = object["$ref"] as? String { references.append(reference) }
        object.values.forEach(collect)
      } else if let array = value as? [Any] {
        array.forEach(collect)
      }
    }
    collect(document)
    #expect(references.count > 20)
    for reference in references {
      let target = reference.split(separator: "/").dropFirst().reduce(document as Any?) { place, name in
        (place as? [String: Any])?[String(name)]
      }
      #expect(target is [String: Any], "\(reference)")
    }
  }

  @Test func rowsHaveTheMembersThatAreDescribed() async throws {
    let archive = try News.archive()
    let schemas = try #require((try Self.document()["components"] as? [String: Any])?["schemas"] as? [String: Any])
    func members(_ name: String) -> Set<String> {
      Set(((schemas[name] as? [String: Any])?["properties"] as? [String: Any] ?? [:]).keys)
    }
    try await withDesk(archive.path) { desk in
      for (path, name) in [
        ("events", "Event"), ("statements", "Statement"), ("happenings", "Happening"), ("articles", "Article"),
        ("search?q=talks", "Found"),
      ] {
        let row = try #require(try await desk.get("/api/v1/\(path)").items.first)
        #expect(Set(row.keys) == members(name), "\(path)")
      }
      for (path, name) in [("status", "Status"), ("articles/a1", "ReadArticle"), ("actors?name=Russia", "ActorName")] {
        #expect(Set(try await desk.get("/api/v1/\(path)").object.keys) == members(name), "\(path)")
      }
    }
  }

  @Test func analysesAnswerInEveryForm() async throws {
    let archive = try News.archive()
    try await withDesk(archive.path) { desk in
      for analysis in ServedAnalysis.all {
        let query = analysis.parameters.filter(\.count.isRequired).enumerated().map { index, parameter in
          "\(parameter.name)=\(index == 0 ? "USA" : "CHN")"
        }.joined(separator: "&")
        let address = "/api/v1/\(analysis.name)?\(query)"
        let answer = try await desk.get(address)
        #expect(answer.status == 200 && answer.object["columns"] is [Any], "\(address): \(answer.text.prefix(300))")
        let columns = (answer.object["columns"] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
        let csv = try await desk.get(address + "&format=csv")
        #expect(csv.text.hasPrefix(columns.joined(separator: ",")), "\(address)")
        #expect(try await desk.get(address, ["Accept: application/x-ndjson"]).status == 200, "\(address)")
      }
    }
  }
}
