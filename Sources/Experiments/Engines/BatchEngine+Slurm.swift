extension BatchEngine {
  /// One file that submits itself: without an argument it submits, with one it is the job.
  ///
  /// The number of shards is written in. `SLURM_ARRAY_TASK_COUNT` shrinks when only some shards are
  /// sent again.
  func slurmScript(for run: ShardedRun) -> String {
    let time = run.minutesPerShard.map { " --time=\($0)" } ?? ""
    let logs = run.logFolder
    // sbatch reads % in the names of logs.
    let pattern = logs.split(separator: "%", omittingEmptySubsequences: false)
      .joined(separator: "%%")
    return #"""
      #!/usr/bin/env bash
      # \#(run.title), on Slurm. Written by `cocreate plan --emit slurm`.
      #
      # Run it with bash in the folder where it was made, which all nodes must see under the same
      # path. It submits an array with a task for each shard, and a job that merges when all are
      # done. Whatever went wrong: when none of its jobs is left in the queue, run it again. It then
      # submits what is missing, and the merge.
      set -eo pipefail

      # Options of sbatch for every job, such as --partition=NAME --account=NAME.
      site=()
      # Options for each shard. The program makes as many threads as it has processors. A task is
      # told a minute before its time is over, goes back into the queue, and goes on where it was.
      shard=(--cpus-per-task=\#(run.threads)\#(time))

      shards=\#(run.shards)  # a part of every shard's name: other numbers need a new script
      run=(\#(run.runWords.shellWords))
      merge=(\#(run.mergeWords.shellWords))
      missing=(\#(run.missingWords.shellWords))
      logs=\#(logs.shellWord)
      log_names=\#(pattern.shellWord)
      job_name=\#(("cocreate " + run.name).shellWord)

      case ${1:-submit} in
        submit)
          mkdir -p "$logs"
          if [ -s "$logs/jobs" ] && [ -n "$(squeue -h -j "$(cat "$logs/jobs")" 2>/dev/null)" ]; then
            echo "Jobs $(cat "$logs/jobs") of this batch are still in the queue; see squeue." >&2
            exit 1
          fi
          tasks=$("${missing[@]}")
          after=()
          if [ -n "$tasks" ]; then
            array=$(sbatch --parsable --job-name="$job_name" --array="$tasks" --requeue \
              --open-mode=append --signal=B:TERM@60 --output="$log_names/shard-%a.log" \
              "${shard[@]}" "${site[@]}" "${BASH_SOURCE[0]}" task)
            after=(-d "afterok:${array%%;*}" --kill-on-invalid-dep=yes)
          fi
          last=$(sbatch --parsable --job-name="$job_name: merge" --requeue --open-mode=append \
            --output="$log_names/merge.log" "${after[@]}" "${site[@]}" "${BASH_SOURCE[0]}" merge)
          echo "${array:+${array%%;*},}${last%%;*}" > "$logs/jobs"
          echo "Submitted shards ${tasks:-(none was missing)} and the merge, jobs $(cat "$logs/jobs")."
          ;;

        task)
          # The program saves at the first signal and ends at once at the second: hand on one.
          trap 'trap : TERM; kill -TERM $program || true' TERM
          "${run[@]}" --shard "$SLURM_ARRAY_TASK_ID/$shards" --resume &
          program=$!
          # A signal ends the waiting, not the program: wait until it has really ended.
          status=0
          while wait $program || status=$?; kill -0 $program 2>/dev/null; do status=0; done
          # 75: told to stop; 143: told twice. Both can go on. For Slurm, a task that was cancelled is
          # no longer running.
          if { [ $status = 75 ] || [ $status = 143 ]; } &&
            [ "${SLURM_RESTART_COUNT:-0}" -lt 50 ] &&
            [ "$(squeue -h -j "$SLURM_JOB_ID" -o %T)" = RUNNING ]; then
            scontrol requeue "$SLURM_JOB_ID" && sleep 60  # until Slurm takes the task away
          fi
          # 3: complete, but some of its runs failed; they are in failures.csv.
          if [ $status = 3 ]; then status=0; fi
          exit $status
          ;;

        merge) "${merge[@]}" || [ $? = 3 ] ;;
      esac

      """#
  }
}
