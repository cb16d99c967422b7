"""Weighs the event pages of a site as they are sent, with their style and scripts: weight.py SITE

Prints {"largest": bytes, "page": address, "median": bytes}.
"""

import gzip
import json
import os
import statistics
import sys
from concurrent.futures import ProcessPoolExecutor

import pages

SITE = sys.argv[1].rstrip("/")


def packed(address):
    with open(os.path.join(SITE, address), "rb") as file:
        return len(gzip.compress(file.read(), 6))


def main():
    # All of them are asked for by every page.
    assets = sum(map(packed, pages.addresses(SITE, ".css")))
    assets += sum(packed(each) for each in pages.addresses(SITE, ".js") if each.startswith("assets/"))
    events = [page.address for page in pages.pages(SITE) if page.kind == "event"]
    with ProcessPoolExecutor() as workers:
        weights = list(workers.map(packed, events, chunksize=256))
    largest = max(zip(weights, events))
    json.dump({"largest": assets + largest[0], "page": largest[1],
               "median": assets + int(statistics.median(weights))}, sys.stdout)


if __name__ == "__main__":
    main()
