import Foundation
import TestSupport

/// A shell that completes a line, as its users have it.
enum CompletingShell: String, CaseIterable {
  case bash
  /// Where bash-completion is there too, and finds the script when it is first needed.
  case bashCompletion
  case zsh, fish

  /// Whether all of them are there.
  static let areThere =
    Program("zsh", "--version").isThere() && Program("fish", "--version").isThere()
    && Program("test", "-r", "/usr/share/bash-completion/bash_completion").isThere()

  /// What it offers at the end of a line, in order; the script and `errkb` are made ready in the
  /// sandbox.
  func offers(
    after line: String, in sandbox: Sandbox, environment: [String: String] = [:]
  ) throws -> [String] {
    try prepare(sandbox)
    var environment = environment
    environment["LINE"] = line
    environment["HOME"] = sandbox.path
    let run = try sandbox.run(script: "PATH=$PWD/bin:$PATH\n\(driver)", environment: environment)
    guard run.status == 0, run.errors.isEmpty else { throw Program.Failure(description: "\(run)") }
    // fish tells what it is after a tab, repeats the option, and ends folders.
    let offers = run.output.split(separator: "\n").compactMap { line in
      line.prefix { $0 != "\t" && $0 != "/" }.split(separator: "=").last.map(String.init)
    }
    return Set(offers).sorted()
  }

  /// The script as it is installed.
  private func prepare(_ sandbox: Sandbox) throws {
    guard !sandbox.exists("bin") else { return }
    try sandbox.makeFolder("bin")
    try sandbox.link("bin/errkb", to: Sandbox.errkb)
    let repairs = URL(filePath: Sandbox.content).deletingLastPathComponent()
      .appending(components: "packaging", "completions.sed").path
    let script = """
      mkdir -p user/completions
      made() { "$ERRKB" --generate-completion-script "$1" | sed -f "$REPAIRS"; }
      made bash >user/completions/errkb
      made zsh >_errkb
      made fish >errkb.fish
      """
    let run = try sandbox.run(script: script, environment: ["REPAIRS": repairs])
    guard run.status == 0 else { throw Program.Failure(description: "\(run)") }
  }

  /// A script that completes `$LINE`.
  private var driver: String {
    switch self {
    case .bash:
      """
      . user/completions/errkb
      \(Self.bashCall)
      """
    case .bashCompletion:
      """
      BASH_COMPLETION_USER_DIR=$PWD/user
      . /usr/share/bash-completion/bash_completion
      _completion_loader errkb
      complete -p errkb | grep -q -- '-F _errkb ' || exit 3
      \(Self.bashCall)
      """
    case .zsh:
      """
      cat >.zshrc <<'END'
      \(Self.zshStart)
      END
      rm -f hits
      zsh -f <<'END'
      zmodload zsh/zpty
      zpty shell env ZDOTDIR=$PWD TERM=xterm zsh -d -i
      zpty -r -m shell output '*READY*'
      zpty -w -n shell "$LINE"$'\\t'
      zpty -r -m shell output '*FINISHED*'
      zpty -d shell
      END
      touch hits; sort -u hits
      """
    case .fish:
      """
      fish --no-config -c 'source errkb.fish; complete -C "$LINE"'
      """
    }
  }

  /// Calls the function as bash does when the key is pressed at the end of the line.
  private static let bashCall = """
    COMP_LINE=$LINE COMP_POINT=${#LINE}
    read -ra COMP_WORDS <<<"${LINE//=/ = }"
    [ "${LINE: -1}" != ' ' ] || COMP_WORDS+=('')
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _errkb errkb "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
    printf '%s\\n' "${COMPREPLY[@]}"
    [ -z "$(trap -p RETURN)" ]
    """

  /// Notes what is handed to zsh to offer.
  private static let zshStart = """
    PS1=
    unset zle_bracketed_paste
    setopt no_beep
    zstyle ':completion:*' insert-tab false
    fpath=($PWD $fpath)
    autoload -U compinit
    compinit -u -D
    compadd() {
      if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]]; then
        builtin compadd "$@"
        return $?
      fi
      local -a hits
      builtin compadd -A hits "$@"
      print -rl -- $hits >>hits
    }
    finish() { print FINISHED }
    comppostfuncs=(finish)
    bindkey '^I' complete-word
    print READY
    """
}
