"""Asks Chromium whether it knows every rule of a site's style sheets: styles.py SITE"""

import sys
from pathlib import Path

import tinycss2

import browser
import pages

SITE = Path(sys.argv[1])
# What only another browser knows.
FOREIGN = ("-moz-", "::-moz-")


def rules(content, where):
    """Every selector, condition and declaration: (what, text), however deep it stands."""
    for rule in content:
        place = f"{where}:{rule.source_line}"
        if rule.type == "error":
            yield place, "error", rule.message
        elif rule.type == "declaration":
            yield place, "declaration", f"{rule.name}: {tinycss2.serialize(rule.value).strip()}"
        elif rule.type == "qualified-rule":
            yield place, "selector", tinycss2.serialize(rule.prelude).strip()
            yield from rules(tinycss2.parse_declaration_list(
                rule.content, skip_comments=True, skip_whitespace=True), where)
        elif rule.type == "at-rule":
            condition = tinycss2.serialize(rule.prelude).strip()
            yield place, rule.lower_at_keyword, condition
            # What is in a font face or a page is no declaration of an element.
            if rule.content is not None and rule.lower_at_keyword in ("media", "supports", "layer"):
                yield from rules(tinycss2.parse_rule_list(
                    rule.content, skip_comments=True, skip_whitespace=True), where)


def main():
    problems = []
    with browser.chromium() as chromium:
        page = chromium.new_page()
        for sheet in pages.addresses(SITE, ".css"):
            parsed = tinycss2.parse_stylesheet(
                (SITE / sheet).read_text("utf-8"), skip_comments=True, skip_whitespace=True)
            for place, what, text in rules(parsed, sheet):
                if what == "error":
                    known = False
                elif what == "declaration":
                    known = text.startswith("--") or page.evaluate(
                        "text => CSS.supports(text) || CSS.supports(text.replace(': ', ': -webkit-'))",
                        text)
                elif what == "selector":
                    # What is not known is an exception, which is nothing here.
                    known = page.evaluate(
                        "text => { try { document.querySelector(text); return true; }"
                        " catch { return false; } }", text)
                elif what == "media":
                    known = page.evaluate("text => matchMedia(text).media !== 'not all'", text)
                else:
                    known = True
                if not known and not text.startswith(FOREIGN):
                    problems.append((place, f"{what}: {text}"))
    pages.tell(problems)


if __name__ == "__main__":
    main()
