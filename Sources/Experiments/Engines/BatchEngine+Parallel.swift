extension BatchEngine {
  /// A script that hands the numbers of the shards to GNU parallel.
  ///
  /// No `--resume-failed`: the program itself knows which shards are whole, and a log does not.
  func parallelScript(for run: ShardedRun) -> String {
    #"""
    #!/usr/bin/env bash
    # \#(run.title), with GNU parallel. Written by `cocreate plan --emit parallel`.
    #
    # Run it with bash in the folder where it was made. Whatever went wrong: run it again; shards that
    # are whole are left as they are.
    set -eo pipefail

    threads=\#(run.threads)  # of each shard
    # Further options of parallel. On several machines that see this folder under the same path:
    #   options=(--sshlogin 8/one,8/two --workdir . --env shard --env threads)
    # where 8 is how many shards run there at a time.
    options=(--jobs "$(( $(nproc) < threads ? 1 : $(nproc) / threads ))")

    shard() {
      # 3: complete, but some of its runs failed; they are in failures.csv.
      \#(run.runWords.shellWords) \
        --shard "$1/\#(run.shards)" --threads "$threads" --resume || [ $? -eq 3 ]
    }
    export -f shard
    export threads SHELL=$BASH  # parallel gives the function to $SHELL

    seq \#(run.shards) | parallel "${options[@]}" --retries 3 --line-buffer --tagstring 'shard {}' \
      shard {}
    \#(run.mergeWords.shellWords)

    """#
  }
}
