# What ArgumentParser's completion scripts get wrong.

# bash: the script is sourced, never run.
1{/^#!\/bin\/bash$/d}

# bash: the trap that restores the shell's options would stay, and undo what any script that is
# sourced later sets.
s/^    trap "\${state\/\/\$'\\n'\/;}" RETURN$/    trap "${state\/\/$'\\n'\/;};trap - RETURN" RETURN/

# bash: --lang=fr is three words to it, of which the one before the last is the sign.
s/^    local -r prev="\${3}"$/    local prev="${3}"\
    [[ "${prev}" != '=' ]] || prev="${COMP_WORDS[COMP_CWORD - 2]}"/

# fish 3: the cursor cannot be asked for outside of a terminal, as complete -C runs.
s/(__errkb_tokens -tC)/(string length -- "$(commandline -ct)")/g

# bash and zsh: a program that is named by ~ or a variable is not found; that is no reason to write
# on the line that is being typed.
s/^ *"\${COMP_WORDS\[0\]}" "\${@}" "\${words\[@\]}"$/& 2>\/dev\/null/
s/"\$("\${command_name}" "\${@}" "\${command_line\[@\]}")"/"$("${command_name}" "${@}" "${command_line[@]}" 2>\/dev\/null)"/

# zsh: --lang=fr is as good as --lang fr.
s/^\( *'\*\{0,1\}--[a-z-]*\)\(\[.*\]:[a-z]*:\)/\1=\2/
s/^\( *'([^)]*)'{.*--[a-z-]*\)}'\(\[.*\]:[a-z]*:\)/\1=}'\2/
s/^\( *'([^)]*)'{--[a-z-]*\)\(,-[A-Za-z]}'\[.*\]:[a-z]*:\)/\1=\2/

# fish: a folder after --output= is looked for without that.
s/^    set -l token (commandline -t)$/    set -l token (string replace -r -- '^--[^=]*=' '' (commandline -t))/
