import Foundation

/// An estimate with the interval in which it lies in 95 of 100 repetitions.
public struct Estimate: Sendable, Hashable {
  /// The value.
  public let value: Double
  /// The interval's lower end.
  public let low: Double
  /// Its upper end.
  public let high: Double

  /// How far the interval stays from nothing, with the sign of the side on which it lies; 0 where it holds nothing.
  public var bound: Double { low > 0 ? low : high < 0 ? high : 0 }
}

/// The sums that a mean and its spread are made of.
struct Scores: Sendable, Hashable {
  private(set) var values: [Double] = []

  init(_ values: [Double] = []) { self.values = values }

  mutating func add(_ value: Double) { values.append(value) }

  var count: Int { values.count }
  var sum: Double { values.reduce(0, +) }
  var mean: Double? { values.isEmpty ? nil : sum / Double(count) }
  /// The variance of the mean.
  var varianceOfMean: Double {
    guard let mean, count > 1 else { return 0 }
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1) / Double(count)
  }
}

/// The difference of two means with a bootstrap interval.
///
/// Both samples are drawn anew with replacement 1,000 times; the interval holds the middle 95 % of the differences (the
/// percentile method of B. Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7, 1979). Above 400 values on
/// both sides, where the means are as good as normal, 1.96 standard errors stand in for the draws. The draws are the same on every run.
enum Bootstrap {
  private static let draws = 1000
  private static let large = 400

  /// - Returns: `nil` where a side has no value.
  static func difference(_ a: Scores, _ b: Scores) -> Estimate? {
    guard let first = a.mean, let second = b.mean else { return nil }
    let value = first - second
    if min(a.count, b.count) >= large {
      let reach = 1.96 * (a.varianceOfMean + b.varianceOfMean).squareRoot()
      return Estimate(value: value, low: value - reach, high: value + reach)
    }
    var generator = SplitMix(seed: 0x5EED)
    var differences = (0..<draws).map { _ in mean(of: a.values, &generator) - mean(of: b.values, &generator) }
    differences.sort()
    return Estimate(value: value, low: differences[draws / 40], high: differences[draws - 1 - draws / 40])
  }

  private static func mean(of values: [Double], _ generator: inout SplitMix) -> Double {
    var sum = 0.0
    for _ in 0..<values.count { sum += values[generator.next(below: values.count)] }
    return sum / Double(values.count)
  }
}

/// Numbers that look drawn by lot, the same for a seed: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  /// A number from 0 on, all of them as likely but for a share of 2⁻³² of the bound.
  mutating func next(below bound: Int) -> Int { Int(((next() >> 32) * UInt64(bound)) >> 32) }
}

/// The trend of a series.
enum Trend {
  /// The slope by P. K. Sen's estimator: the middle one of the slopes between all pairs of points, which single outliers do not move
  /// ("Estimates of the regression coefficient based on Kendall's tau", JASA 63, 1968).
  ///
  /// - Complexity: O(*n*² log *n*) in the points.
  /// - Returns: The change by step; `nil` with fewer than three points.
  static func slope(of values: [Double?]) -> Double? {
    let points = values.enumerated().compactMap { place, value in value.map { (x: Double(place), y: $0) } }
    guard points.count > 2 else { return nil }
    var slopes: [Double] = []
    for (index, a) in points.enumerated() {
      for b in points[(index + 1)...] { slopes.append((b.y - a.y) / (b.x - a.x)) }
    }
    slopes.sort()
    let middle = slopes.count / 2
    return slopes.count.isMultiple(of: 2) ? (slopes[middle - 1] + slopes[middle]) / 2 : slopes[middle]
  }

  /// A series smoothed by the weights 1, 2, 1 over neighbours (J. von Hann's), each weighed by its count, so that a month of two acts
  /// does not outweigh one of fifty; what is missing stays so.
  static func smoothed(_ values: [(mean: Double?, count: Int)]) -> [Double?] {
    values.indices.map { place in
      guard values[place].mean != nil else { return nil }
      var sum = 0.0
      var weights = 0.0
      for (offset, weight) in [(-1, 1.0), (0, 2.0), (1, 1.0)] where values.indices.contains(place + offset) {
        guard let mean = values[place + offset].mean else { continue }
        sum += weight * Double(values[place + offset].count) * mean
        weights += weight * Double(values[place + offset].count)
      }
      return weights > 0 ? sum / weights : nil
    }
  }
}
