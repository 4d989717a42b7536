internal import ArgumentParser
internal import Experiments

/// Says what a batch will take before anything is spent.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Say what a batch will take: points, runs, time, disk, what is odd about its design.",
    discussion: """
      Takes those options of `cocreate run` that say what is run and written, tries some of the runs for a second, and writes nothing. \
      With --emit it prints a script that runs the batch in shards on a cluster and merges them; \
      keep it in a file and run that. docs/cluster.md tells more.
      """)

  @OptionGroup var scenario: ScenarioOptions

  @OptionGroup var output: OutputOptions

  @Option(help: "Threads; as many as processors may be used if not given.")
  var threads: Int?

  @Option(
    help: ArgumentHelp(
      "Print a script for slurm, snakemake, parallel or kubernetes.", valueName: "engine"),
    transform: parseChoice)
  var emit: BatchEngine?

  @Option(help: "The number of shards of the script.")
  var shards: Int?

  @Flag(name: .shortAndLong, help: "Print nothing but errors and the script.")
  var quiet = false

  func validate() throws {
    if let threads, !(1...Processors.most).contains(threads) {
      throw ValidationError("--threads is \(threads); allowed: 1 to \(Processors.most)")
    }
    if (emit == nil) != (shards == nil) {
      throw ValidationError("--emit and --shards go together")
    }
    if emit != nil, output.isStream { throw ValidationError("--emit needs a folder, not --out -") }
  }

  func run() throws {
    let scenario = try scenario.read(quiet: quiet)
    var experiment = try Experiment(scenario)
    experiment.selection = output.selection(for: scenario)
    experiment.finish = output.finish
    // A task of a cluster has one processor unless it is asked for more.
    experiment.threads = threads ?? (emit == nil ? Processors.allowed : 1)
    guard let emit, let shards else {
      if !quiet { try Console.print(PlanReport(experiment, output: output).text) }
      return
    }
    guard scenario.stopping == nil else { throw ShardError.stoppingRule }
    let report = PlanReport(experiment, output: output)
    let runs = experiment.plan.count
    var run = ShardedRun(
      program: CommandLine.arguments[0], scenario: self.scenario.scenario,
      options: self.scenario.words() + output.words, folder: output.path(of: scenario, nil),
      shards: shards, name: scenario.name, runs: runs,
      secondsPerShard: report.seconds(
        runs: (runs + shards - 1) / max(1, shards), threads: experiment.threads),
      threads: experiment.threads)
    run.mergeOptions = output.finishWords
    let script = try emit.script(for: run)
    try Console.print(script, terminator: "")
    if !quiet {
      Console.error("note: keep this in a file, \(emit.fileName) say, and run it as it says there")
    }
  }
}

extension BatchEngineError: ExitingError {
  var status: Int32 { ExitStatus.badInput }
}
