"""Has axe judge the richest page of each kind in each language: access.py SITE

By WCAG 2.2 AA and axe's best practices; light and dark, on a desktop and on a phone. What depends
on neither language nor text is not asked again in every language.
"""

import sys
from importlib.util import find_spec
from pathlib import Path

import browser
import pages

SITE = sys.argv[1].rstrip("/")
AXE = Path(find_spec("axe_playwright_python").origin).with_name("axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = [("light", browser.DESKTOP), ("dark", browser.PHONE), ("dark", browser.DESKTOP)]
# In these every look of each kind of page, folded and unfolded; in all others one look.
THOROUGH = ("en-US", "ar-SA")

# Unfolds what is folded and fills what a reader fills, as far as the page has it.
OPEN = """async () => {
  for (const details of document.querySelectorAll("details")) details.open = true;
  document.querySelector("button.copy")?.click();
  const field = document.getElementById("q");
  if (!field) return;
  field.value = "10061 ";
  field.dispatchEvent(new Event("focus"));
  field.dispatchEvent(new Event("input", { bubbles: true }));
}"""


def violations(page, unfolded=False):
    page.evaluate(AXE)
    result = page.evaluate(
        "tags => axe.run(document, { runOnly: tags, resultTypes: ['violations'] })", TAGS)
    for rule in result["violations"]:
        for node in rule["nodes"]:
            summary = " ".join(node["failureSummary"].split())
            # What is open lies over the page until it is closed again.
            if unfolded and "obscured" in summary:
                continue
            yield f"{rule['id']}: {node['html'][:200]} {summary}"


def main():
    problems = []
    asked = pages.richest(SITE)
    with browser.served(SITE) as address, browser.chromium() as chromium:
        for scheme, viewport in LOOKS:
            watched = browser.Watched(chromium, address, color_scheme=scheme, viewport=viewport)
            look = f"{scheme}, {viewport['width']} px"
            for page in asked:
                thoroughly = page.lang in THOROUGH
                if (scheme, viewport) != LOOKS[0] and not thoroughly:
                    continue
                # An address that leads on by itself stays where it is after this.
                tab = watched.open(page.address + ("#choose" if page.kind != "event" else ""))
                where = f"{page.address} ({look})"
                problems += [(where, what) for what in violations(tab)]
                if not thoroughly:
                    continue
                tab.evaluate(OPEN)
                if tab.locator("input#q").count():
                    try:
                        tab.locator("#results li").first.wait_for()
                    except browser.Timeout:
                        problems.append((where, "no results of a search"))
                problems += [(f"{where}, unfolded", what) for what in violations(tab, unfolded=True)]
            problems += watched.problems
            watched.close()
    pages.tell(problems)


if __name__ == "__main__":
    main()
