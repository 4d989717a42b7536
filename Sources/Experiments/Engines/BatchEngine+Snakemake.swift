extension BatchEngine {
  /// A Snakefile: a shard is done when its manifest is there.
  func snakefile(for run: ShardedRun) -> String {
    let list = { (words: [String]) in words.map(\.literal).joined(separator: ", ") }
    let runtime = run.minutesPerShard.map { "\n  resources: runtime=\($0)  # minutes" } ?? ""
    return #"""
      # \#(run.title), with Snakemake. Written by `cocreate plan --emit snakemake`.
      #
      # In the folder where it was made:
      #   snakemake --cores all --rerun-incomplete
      # and on a cluster, with its plugin (pip install snakemake-executor-plugin-slurm):
      #   snakemake --executor slurm --jobs 100 --rerun-incomplete
      # Whatever went wrong: run it again. If the merge finds a shard damaged, remove the shard's
      # folder first.
      import shlex

      SHARDS = \#(run.shards)  # a part of every shard's name
      FOLDER = \#(run.folder.literal)
      RUN = shlex.join([\#(list(run.runWords))])
      MERGE = shlex.join([\#(list(run.mergeWords))])
      # Snakemake makes the folder of an output beforehand; the program makes its folders itself.
      UNMADE = 'rmdir "$(dirname {output:q})" 2>/dev/null || true; '


      rule all:
        input: FOLDER + "/manifest.json"


      rule shard:
        output: FOLDER + f".shards/{{k}}-of-{SHARDS}/manifest.json"
        threads: \#(run.threads)\#(runtime)
        retries: 3
        # 3: complete, but some of its runs failed; they are in failures.csv.
        shell:
          UNMADE + "{RUN} --shard {wildcards.k}/{SHARDS} --threads {threads} --resume || [ $? -eq 3 ]"


      rule merge:
        input: expand(rules.shard.output, k=range(1, SHARDS + 1))
        output: FOLDER + "/manifest.json"
        localrule: True
        shell: UNMADE + "{MERGE} || [ $? -eq 3 ]"

      """#
  }
}
