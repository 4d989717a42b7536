import PackagePlugin

/// Writes the commit of the checkout into a Swift constant at every build, so that a results folder
/// can name the program that made it.
@main
struct EmbedCommit: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let output = context.pluginWorkDirectoryURL
    let file = output.appending(path: "Commit.swift").path()
    // `git describe` marks a work tree that differs from its commit; without git it says unknown.
    let script = """
      commit=$(git -C "$1" describe --always --dirty --abbrev=12 --exclude '*' 2>/dev/null \
        || echo unknown)
      printf 'let embeddedCommit = "%s"\\n' "$commit" >"$2.new"
      cmp -s "$2.new" "$2" && rm "$2.new" || mv "$2.new" "$2"
      """
    return [
      .prebuildCommand(
        displayName: "Embed the commit",
        executable: .init(filePath: "/bin/sh"),
        arguments: ["-c", script, "embed-commit", context.package.directoryURL.path(), file],
        outputFilesDirectory: output)
    ]
  }
}
