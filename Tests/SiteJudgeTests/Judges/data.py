"""Reads what a site has for programs: data.py SITE SCHEMA

Every file of the interface has to fit the schema and to stand where it says of itself; structured
data has to be JSON, and each page's own.
"""

import json
import os
import sys

from jsonschema import validators
from lxml import html

import pages

# The kinds of page that are about something.
TOLD = ("event", "message", "guide", "thread")
SITE = sys.argv[1].rstrip("/")


def main():
    problems = []
    with open(sys.argv[2], encoding="utf-8") as file:
        schema = json.load(file)
    kind = validators.validator_for(schema)
    kind.check_schema(schema)
    validator = kind(schema)
    for address in pages.addresses(SITE, ".json"):
        try:
            with open(os.path.join(SITE, address), encoding="utf-8") as file:
                told = json.load(file)
        except ValueError as error:
            problems.append((address, f"no JSON: {error}"))
            continue
        problems += [(address, error.message) for error in validator.iter_errors(told)]
        place = f"api/{told.get('locale')}/{told.get('source')}/".lower()
        if not address.startswith(place):
            problems.append((address, f"says that it belongs to {place}"))
    for page in pages.pages(SITE):
        tree = html.parse(os.path.join(SITE, page.address), html.HTMLParser(encoding="utf-8"))
        data = tree.xpath("//script[@type='application/ld+json']/text()")
        # What only shows another page leaves it to that one.
        canonical = tree.xpath("string(//link[@rel='canonical']/@href)")
        is_own = canonical.endswith("/" + page.address.removesuffix("index.html"))
        if page.kind in TOLD and len(data) != is_own:
            problems.append((page.address, f"{len(data)} pieces of structured data"))
        for text in data:
            try:
                told = json.loads(text)
            except ValueError as error:
                problems.append((page.address, f"no JSON: {error}"))
                continue
            if told.get("@context") != "https://schema.org" or "@type" not in told:
                problems.append((page.address, "structured data of no kind"))
    pages.tell(problems)


if __name__ == "__main__":
    main()
