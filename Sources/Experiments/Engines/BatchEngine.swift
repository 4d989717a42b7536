/// A program that runs the shards of a batch on one machine or many.
public enum BatchEngine: String, CaseIterable, Sendable {
  /// Slurm, a scheduler of clusters: a job array and a job that merges.
  case slurm
  /// Snakemake, on one machine or through its executors.
  case snakemake
  /// GNU parallel, on one machine or over ssh.
  case parallel
  /// Kubernetes: an Indexed Job, and a Job that merges.
  case kubernetes

  /// The usual name of the file.
  public var fileName: String {
    switch self {
    case .slurm: "run-on-slurm.sh"
    case .snakemake: "Snakefile"
    case .parallel: "run-in-parallel.sh"
    case .kubernetes: "run-on-kubernetes.yaml"
    }
  }

  /// The most shards it takes; `nil` where there is no limit.
  public var mostShards: Int? {
    switch self {
    // An array has at most MaxArraySize - 1 tasks, and that is 1001 unless a cluster says otherwise.
    case .slurm: 1_000
    // What the server accepts where an index may fail alone.
    case .kubernetes: 100_000
    case .snakemake, .parallel: nil
    }
  }

  /// A script, to be kept in a file, that runs a batch and merges it.
  ///
  /// It can be run again after whatever went wrong, and then makes what is missing.
  ///
  /// - Parameter run: The batch.
  /// - Throws: ``BatchEngineError`` when the batch does not fit the engine.
  /// - Returns: The text.
  public func script(for run: ShardedRun) throws(BatchEngineError) -> String {
    let most = min(mostShards ?? .max, max(run.runs, 1))
    guard (1...most).contains(run.shards) else {
      throw .shards(run.shards, most: most, engine: self, runs: run.runs)
    }
    switch self {
    case .slurm: return slurmScript(for: run)
    case .snakemake:
      // Snakemake takes braces for wildcards, again each time that it reads a path.
      guard !run.folder.contains(where: { "{}".contains($0) }) else {
        throw .braces(in: run.folder)
      }
      return snakefile(for: run)
    case .parallel: return parallelScript(for: run)
    case .kubernetes: return kubernetesManifest(for: run)
    }
  }
}

/// Why a batch does not fit an engine.
public enum BatchEngineError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Too few shards, or more than the engine takes or than there are runs.
  case shards(Int, most: Int, engine: BatchEngine, runs: Int)
  /// A folder whose name Snakemake would read as a pattern.
  case braces(in: String)

  /// What is wrong, what is allowed, and why.
  public var description: String {
    switch self {
    case .shards(let shards, let most, let engine, let runs):
      let reason =
        most == engine.mostShards && most < runs
        ? "the most that \(engine.rawValue) takes" : "the number of runs"
      return "--shards is \(shards); allowed: 1 to \(most), \(reason)"
    case .braces(let folder):
      return "--out is '\(shown(folder))'; allowed with snakemake: a path without { and }"
    }
  }
}
