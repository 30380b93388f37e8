import CKernels
import Dispatch
import Foundation

/// What this machine's processor gives: the measure that speeds are held against, since machines differ.
enum Machine {
  /// Billions of 32-bit floating-point operations a second of oneDNN's matrix product on so many cores, on a product of the
  /// encoder's shapes (512 × 384 by 384 × 1,536).
  static func matrixRate(cores: Int) -> Double {
    let (m, k, n) = (512, 384, 1536)
    let rates = (0..<5).map { _ in
      let began = DispatchTime.now().uptimeNanoseconds
      let rounds = 30
      DispatchQueue.concurrentPerform(iterations: cores) { _ in
        chancery_use_one_thread()
        let a = [Float](repeating: 0.5, count: m * k)
        let b = [Float](repeating: 0.25, count: k * n)
        var c = [Float](repeating: 0, count: m * n)
        for _ in 0..<rounds { _ = chancery_sgemm(1, m, n, k, a, k, b, k, 0, &c, n) }
      }
      return Double(2 * m * k * n * rounds * cores) / Double(DispatchTime.now().uptimeNanoseconds - began)
    }
    return rates.max() ?? 0
  }

  /// Which arithmetic the processor has for products of 8-bit numbers.
  static var products: String { chancery_activation_limit() == 127 ? "8 bits summed in 32" : "7 bits, summed in 16" }
}

/// Seconds that work takes: the shortest of several times.
func shortest(of times: Int, _ work: () throws -> Void) rethrows -> Double {
  var best = Double.infinity
  for _ in 0..<times {
    let began = DispatchTime.now().uptimeNanoseconds
    try work()
    best = min(best, Double(DispatchTime.now().uptimeNanoseconds - began) / 1e9)
  }
  return best
}
