import PackagePlugin

/// Writes the commit and the compiler into Swift constants at every build, so that a results folder
/// can name the program that made it.
@main
struct EmbedBuild: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let output = context.pluginWorkDirectoryURL
    // `git describe` marks a work tree that differs from its commit. The file changes only when
    // its content does, or every build would compile it again.
    let script = """
      commit=$(git -C "$1" describe --always --dirty --abbrev=12 --exclude '*' 2>/dev/null)
      compiler=$("$3" --version 2>/dev/null | sed -n 's/.*\\(Swift version [^ ]*\\).*/\\1/p')
      printf 'let embeddedCommit = "%s"\\nlet embeddedCompiler = "%s"\\n' \
        "${commit:-unknown}" "${compiler:-unknown}" >"$2/new"
      if cmp -s "$2/new" "$2/Build.swift"; then rm "$2/new"; else mv "$2/new" "$2/Build.swift"; fi
      """
    return [
      .prebuildCommand(
        displayName: "Embed the commit and the compiler",
        executable: .init(filePath: "/bin/sh"),
        arguments: [
          "-c", script, "embed-build", context.package.directoryURL.path(), output.path(),
          try context.tool(named: "swiftc").url.path(),
        ],
        outputFilesDirectory: output)
    ]
  }
}
