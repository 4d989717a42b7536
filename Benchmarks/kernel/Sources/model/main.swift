import CoCreation
import GSL
import Glibc

// model STRATEGY RUNS: microseconds of CPU time per run of the reference scenario under one of the
// four forms or `in-house`, without reading a scenario, metrics or tables. One thread and no
// dispatch queue, so that callgrind can follow it.

func microseconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
}

let usage = "usage: model guided|empowering|equal|facilitating|in-house RUNS"
let arguments = CommandLine.arguments
guard arguments.count == 3, let runs = Int(arguments[2]), runs > 0 else { fatalError(usage) }
let inHouse = Strategy(
  name: "in-house",
  settings: ["codesign_share": 0, "codelivery_share": 0])
guard let strategy = Strategy(form: arguments[1]) ?? (arguments[1] == "in-house" ? inHouse : nil)
else { fatalError(usage) }

var context = Parameters()
context["public_maturity"] = 0.4
context["external_maturity"] = 0.3
context["press_scrutiny"] = 0.2
let configuration = try ModelConfiguration(parameters: strategy.applied(to: context))

var random = RandomSource()
let start = microseconds()
for replicate in 0..<runs {
  _ = Simulation.run(
    configuration, key: RunKey(seed: 20161, context: replicate), random: &random)
}
print((microseconds() - start) / Double(runs))
