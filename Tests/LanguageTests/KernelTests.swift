import CKernels
import ChanceryTestSupport
import Foundation
import Testing

@testable import Language

/// What the kernels compute, against the same in double precision and without vectors.
struct KernelTests {
  private func numbers(_ count: Int, _ range: ClosedRange<Float>, seed: UInt64) -> [Float] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in Float.random(in: range, using: &generator) }
  }

  @Test(arguments: [1, 7, 15, 16, 17, 33, 200])
  func softmaxSumsToOneAndIsExactToOneInAMillion(width: Int) {
    let given = numbers(3 * width, -30...30, seed: 1)
    var x = given
    chancery_softmax(&x, 3, width, width, 0.5)
    for row in 0..<3 {
      let exact = given[(row * width)..<((row + 1) * width)].map { exp(Double($0) * 0.5) }
      let sum = exact.reduce(0, +)
      for (k, e) in exact.enumerated() {
        let expected = e / sum
        #expect(abs(Double(x[row * width + k]) - expected) <= 1e-6 * expected + 1e-9)
      }
    }
  }

  @Test func geluIsExactToAMillionth() {
    let width = 1000
    let given = (0..<width).map { Float($0 - 500) / 50 }
    var x = given
    chancery_bias_gelu(&x, 1, width, [Float](repeating: 0, count: width))
    for (value, z) in zip(x, given) {
      let expected = Double(z) / 2 * (1 + erf(Double(z) / 2.0.squareRoot()))
      #expect(abs(Double(value) - expected) < 1e-6)
    }
  }

  @Test(arguments: [1, 7, 8, 9, 16, 33, 155])
  func attentionIsThatOfItsDefinition(n: Int) {
    let heads = 2
    let width = heads * 32
    let qkv = numbers(n * 3 * width, -2...2, seed: 2)
    var scratch = [Float](repeating: .nan, count: chancery_attend_scratch(n))
    var out = [Float](repeating: .nan, count: n * width)
    chancery_attend(qkv, n, heads, &scratch, &out)
    func at(_ row: Int, _ part: Int, _ head: Int, _ d: Int) -> Double {
      Double(qkv[row * 3 * width + part * width + head * 32 + d])
    }
    for head in 0..<heads {
      for i in 0..<n {
        let scores = (0..<n).map { j in
          exp((0..<32).reduce(0.0) { $0 + at(i, 0, head, $1) * at(j, 1, head, $1) } / 32.0.squareRoot())
        }
        let sum = scores.reduce(0, +)
        for d in 0..<32 {
          let expected = (0..<n).reduce(0.0) { $0 + scores[$1] / sum * at($1, 2, head, d) }
          #expect(abs(Double(out[i * width + head * 32 + d]) - expected) < 1e-5)
        }
      }
    }
  }

  /// Largest weights against largest activations: where sums are kept in 16 bits, these are what would not fit.
  @Test func productsOfEightBitsAreExact() throws {
    let (inputs, outputs, rows) = (384, 96, Int(CHANCERY_BLOCK))
    var generator = SeededGenerator(seed: 3)
    let limit = chancery_activation_limit()
    let top = UInt8(2 * limit + 1)
    let weights = (0..<(inputs * outputs)).map {
      $0 < inputs ? Int8(127) : Int8.random(in: -127...127, using: &generator)
    }
    let x = (0..<(inputs * rows)).map { $0 < inputs ? top : UInt8.random(in: 1...top, using: &generator) }
    let engine = try #require(chancery_engine_create())
    defer { chancery_engine_destroy(engine) }
    let product = try #require(chancery_product_create(engine, weights, outputs, inputs))
    defer { chancery_product_destroy(product) }
    let seat = try #require(chancery_seat_create(engine))
    defer { chancery_seat_destroy(seat) }
    var space = [UInt8](repeating: 0, count: chancery_product_scratch(product) + 64)
    var sums = [Int32](repeating: 0, count: rows * outputs)
    #expect(chancery_product_run(product, seat, x, &space, &sums) == 0)
    for i in 0..<rows {
      for j in 0..<outputs {
        let expected = (0..<inputs).reduce(Int32(0)) {
          $0 + Int32(x[i * inputs + $1]) * Int32(weights[j * inputs + $1])
        }
        #expect(sums[i * outputs + j] == expected)
      }
    }
  }

  /// Rows and outputs that fill neither a block nor a register.
  @Test func layersOfEightBitsAreNearThoseOfThirtyTwo() throws {
    let (inputs, outputs, rows) = (384, 41, 67)
    let weight = Floats(count: inputs * outputs)
    for (i, w) in numbers(inputs * outputs, -0.1...0.1, seed: 5).enumerated() { weight.pointer[i] = w }
    let bias = Floats(count: outputs)
    for (i, b) in numbers(outputs, -1...1, seed: 6).enumerated() { bias.pointer[i] = b }
    let x = numbers(inputs * rows, -2...2, seed: 7)
    let engine = try ProductEngine()
    let exact = try Linear(weight: weight, bias: bias, input: inputs, output: outputs, nil)
    let packed = try Linear(weight: weight, bias: bias, input: inputs, output: outputs, engine)
    let scratch = Scratch(seat: engine.seat())
    func result(_ layer: Linear, gelu: Bool) -> [Float] {
      var out = [Float](repeating: .nan, count: rows * outputs)
      if gelu {
        layer.applyGelu(x, rows: rows, &out, scratch)
      } else {
        layer.apply(x, ld: inputs, rows: rows, &out, scratch)
      }
      return out
    }
    for gelu in [false, true] {
      for (a, b) in zip(result(exact, gelu: gelu), result(packed, gelu: gelu)) { #expect(abs(a - b) < 0.05) }
    }
  }

  @Test func quantisedNumbersAreWithinHalfAStep() {
    let width = 50
    let given = numbers(2 * width, -3...3, seed: 4) + [Float](repeating: 0, count: width)
    var out = [UInt8](repeating: 0, count: 3 * width)
    var scales = [Float](repeating: 0, count: 3)
    chancery_quantise(given, 3, width, width, 127, &out, &scales)
    for i in given.indices {
      let scale = scales[i / width]
      #expect(abs((Float(out[i]) - 128) * scale - given[i]) <= scale * 0.501)
    }
  }

  @Test func digestsAreThoseOfFIPS180() {
    func digest(_ text: String) -> String {
      var digest = [UInt8](repeating: 0, count: 32)
      chancery_sha256(Array(text.utf8), text.utf8.count, &digest)
      return digest.map { String(format: "%02x", $0) }.joined()
    }
    #expect(digest("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(digest("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      digest("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
  }
}
