import Glibc
import GSL

// kernel PEOPLE ROUNDS RUNS: nanoseconds of CPU time per person and round, then, over the runs, the
// mean and its standard error of five outcomes. kernel.c prints the same.

func nanoseconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}

let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
guard arguments.count == 3 else { fatalError("usage: kernel PEOPLE ROUNDS RUNS") }
let (people, rounds, runs) = (arguments[0], arguments[1], arguments[2])

var random = RandomSource(.splitmix)
var sums = [Double](repeating: 0, count: 5)
var squares = sums
let start = nanoseconds()
for seed in 1...runs {
  let means = run(people: people, rounds: rounds, seed: UInt64(seed), &random)
  for (index, mean) in means.enumerated() {
    sums[index] += mean
    squares[index] += mean * mean
  }
}
let time = (nanoseconds() - start) / Double(people * rounds * runs)

var line = "\(time)"
for (sum, square) in zip(sums, squares) {
  let mean = sum / Double(runs)
  let variance = (square - sum * mean) / Double(runs - 1)
  line += " \(mean) \((max(0, variance) / Double(runs)).squareRoot())"
}
print(line)
