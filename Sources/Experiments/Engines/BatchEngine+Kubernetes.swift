extension BatchEngine {
  /// An Indexed Job, and a suspended one that merges: Jobs cannot wait for each other.
  ///
  /// The words of a command are arguments and not text of a shell, so only `$` needs care, which
  /// Kubernetes itself would read.
  func kubernetesManifest(for run: ShardedRun) -> String {
    let name = resourceName(run.name)
    let list = { (words: [String]) in
      let shown = words.map { word in
        word.split(separator: "$", omittingEmptySubsequences: false).joined(separator: "$$").literal
      }
      return "[" + shown.joined(separator: ", ") + "]"
    }
    return #"""
      # \#(run.title), on Kubernetes. Written by `cocreate plan --emit kubernetes`.
      #
      #   kubectl apply -f \#(fileName)
      #   kubectl wait --for=condition=complete --timeout=-1s job/\#(name)-shards
      #   kubectl patch job/\#(name)-merge -p '{"spec": {"suspend": false}}'
      #
      # The image needs the program, the volume the scenario; the results are written to the volume,
      # which all pods mount (ReadWriteMany if they are on several nodes). Change what is marked.
      # Whatever went wrong: `kubectl delete -f` this file and start again; shards that are whole are
      # left as they are.
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: \#(name)-shards
      spec:
        completionMode: Indexed
        completions: \#(run.shards)  # a part of every shard's name
        parallelism: \#(min(run.shards, 16))  # change: how many at a time
        backoffLimitPerIndex: 5
        podFailurePolicy:
          rules:
            # A pod that was moved is no failure; input at fault is no better the next time.
            - action: Ignore
              onPodConditions: [{type: DisruptionTarget, status: "True"}]
            - action: FailIndex
              onExitCodes: {operator: In, values: [2]}
        template:
          spec:
            restartPolicy: Never
            terminationGracePeriodSeconds: 60
            containers:
              - name: shard
                image: cocreate:latest  # change
                workingDir: /data
                command:
                  - sh
                  - -c
                  - |
                    trap 'kill -TERM $program' TERM
                    "$@" --shard "$((JOB_COMPLETION_INDEX + 1))/\#(run.shards)" --resume &
                    program=$!
                    # A signal ends the waiting, not the program.
                    status=0
                    while wait $program || status=$?; kill -0 $program 2>/dev/null; do status=0; done
                    # 3: complete, but some of its runs failed; they are in failures.csv.
                    if [ $status = 3 ]; then status=0; fi
                    exit $status
                  - sh
                args: \#(list(run.runWords + ["--threads", String(run.threads)]))
                resources:
                  requests: {cpu: \#(run.threads), memory: 1Gi}
                volumeMounts: [{name: data, mountPath: /data}]
            volumes:
              - name: data
                persistentVolumeClaim: {claimName: cocreate}  # change
      ---
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: \#(name)-merge
      spec:
        suspend: true
        backoffLimit: 0
        template:
          spec:
            restartPolicy: Never
            containers:
              - name: merge
                image: cocreate:latest  # change
                workingDir: /data
                command: [sh, -c, '"$@" || [ $? -eq 3 ]', sh]
                args: \#(list(run.mergeWords))
                volumeMounts: [{name: data, mountPath: /data}]
            volumes:
              - name: data
                persistentVolumeClaim: {claimName: cocreate}  # change

      """#
  }

  /// A name as Kubernetes allows it: lower-case letters, digits and hyphens; at most 40 characters,
  /// since the names of pods add to it and end at 63.
  private func resourceName(_ name: String) -> String {
    let allowed = name.lowercased().unicodeScalars.map { scalar in
      "abcdefghijklmnopqrstuvwxyz0123456789".unicodeScalars.contains(scalar) ? scalar : "-"
    }
    let parts = String(String.UnicodeScalarView(allowed)).split(separator: "-")
    let joined = parts.joined(separator: "-").prefix(40)
    return joined.isEmpty
      ? "batch" : joined.hasSuffix("-") ? String(joined.dropLast()) : String(joined)
  }
}
