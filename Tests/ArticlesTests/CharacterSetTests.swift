import Testing

@testable import Articles

@Suite struct CharacterSetTests {
  private func page(_ head: String, _ text: [UInt8]) -> [UInt8] {
    Array("<html><head>\(head)<title>x</title></head><body>\(News.paragraphs)<p>".utf8) + text
      + Array("</p></body></html>".utf8)
  }

  private func end(_ bytes: [UInt8]) throws -> String {
    let taken = Taken(bytes, named: "a.html")
    let text = try #require(taken.articles.first, "\(taken.problems)").text.string
    return String(text.split(separator: "\n").last ?? "")
  }

  private let sentence = "The café in Łódź stays open, “she said”, until nine."

  @Test func declaredUTF8() throws {
    #expect(try end(page("<meta charset=utf-8>", Array(sentence.utf8))) == sentence)
  }

  @Test func utf8ThatSaysItIsLatin1() throws {
    #expect(
      try end(page("<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'>", Array(sentence.utf8)))
        == sentence)
  }

  @Test func characterSetOfAScriptIsNotThePages() throws {
    let bytes = Array("Talks in ".utf8) + [0xCC, 0xE8, 0xED, 0xF1, 0xEA] + Array(" went on, the minister said.".utf8)
    let head = "<script src='a.js' charset='iso-8859-1'></script><meta charset='windows-1251'>"
    #expect(try end(page(head, bytes)) == "Talks in Минск went on, the minister said.")
  }

  @Test func windows1252ThatSaysItIsLatin1() throws {
    let bytes =
      Array("The caf".utf8) + [0xE9, 0x20, 0x97, 0x20, 0x93] + Array("open".utf8) + [0x94]
      + Array(" until nine, she said.".utf8)
    #expect(try end(page("<meta charset='ISO-8859-1'>", bytes)) == "The café — “open” until nine, she said.")
  }

  @Test(arguments: [
    ("windows-1251", [0xCC, 0xE8, 0xED, 0xF1, 0xEA], "Минск"), ("gb2312", [0xB1, 0xB1, 0xBE, 0xA9], "北京"),
    ("shift_jis", [0x93, 0x8C, 0x8B, 0x9E], "東京"), ("euc-kr", [0xBC, 0xAD, 0xBF, 0xEF], "서울"),
  ])
  func declaredLegacySets(name: String, bytes: [Int], word: String) throws {
    let text =
      Array("Talks were held in ".utf8) + bytes.map(UInt8.init) + Array(", the minister said, and went on.".utf8)
    #expect(
      try end(page("<meta charset=\"\(name)\">", text)) == "Talks were held in \(word), the minister said, and went on."
    )
  }

  @Test func undeclaredLegacySetIsRecognised() throws {
    let text =
      "Министр иностранных дел заявил во вторник, что страна не подпишет договор до лета. Соседи раскритиковали это решение."
    let bytes = text.unicodeScalars.map { scalar -> UInt8 in
      let value = scalar.value
      return value >= 0x0410 && value <= 0x044F ? UInt8(value - 0x0410 + 0xC0) : UInt8(value & 0x7F)
    }
    #expect(try end(page("", bytes)) == text)
  }

  @Test(arguments: [true, false]) func utf16(hasMark: Bool) throws {
    let html = "<html><body>\(News.paragraphs)<p>\(sentence)</p></body></html>"
    let bytes = ((hasMark ? "\u{FEFF}" : "") + html).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try end(bytes) == sentence)
  }

  @Test func fewBrokenBytesAreReplaced() throws {
    let text = Array(String(repeating: "Łódź “café” ", count: 40).utf8) + [0xFF] + Array(" and on.".utf8)
    #expect(try end(page("<meta charset=utf-8>", text)).hasSuffix("“café” \u{FFFD} and on."))
  }

  @Test func plainTextOfWindowsIsReadWithAWarning() {
    let taken = Taken(Array("The caf".utf8) + [0xE9] + Array(" was closed.".utf8), named: "a.txt")
    #expect(taken.articles.map(\.text.string) == ["The café was closed."])
    #expect(taken.warnings.map(\.kind) == [.encoding])
  }

  @Test func bytesThatAreNoText() {
    #expect(Taken([0x7F, 0x45, 0x4C, 0x46, 0, 0, 1, 2, 3], named: "a.html").problems.map(\.kind) == [.binary])
    #expect(Taken([0x7F, 0x45, 0x4C, 0x46, 0, 0, 1, 2, 3]).problems.map(\.kind) == [.binary])
  }
}
