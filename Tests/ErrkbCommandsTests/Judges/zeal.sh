#!/bin/bash
# Looks a name up in a docset with Zeal, on a screen that nobody sees: zeal.sh HOME NAME TITLE.
# HOME holds the docset where Zeal looks for docsets. Ends with status 0 as soon as Zeal's window
# bears the title of the page that the name is to open.
set -u

if [ -z "${ON_SCREEN-}" ]; then
  ON_SCREEN=1 exec xvfb-run -a "$0" "$@"
fi

export HOME=$1 XDG_RUNTIME_DIR=$1/run
export QTWEBENGINE_DISABLE_SANDBOX=1 LIBGL_ALWAYS_SOFTWARE=1
mkdir -p -m 700 "$XDG_RUNTIME_DIR"
zeal "$2" > "$HOME/zeal.log" 2>&1 &
zeal=$!
trap 'kill "$zeal"; wait "$zeal"' EXIT
for _ in {1..120}; do
  sleep 0.5
  if xdotool search --onlyvisible --name "^$3 - Zeal\$" > /dev/null 2>&1; then exit 0; fi
done
xdotool search --onlyvisible --name ' - Zeal$' getwindowname >&2
exit 1
