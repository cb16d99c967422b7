"""Follows every link of a site that lies in a folder: links.py SITE BASE_URL

What is told: links and anchors that lead nowhere, IDs that stand twice, addresses that only work on
this machine or not from a disk, and site maps that disagree with the pages.
"""

import os
import posixpath
import re
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from lxml import etree, html

import pages as judged

SITE, BASE = sys.argv[1].rstrip("/"), sys.argv[2].rstrip("/")
FILES = frozenset(judged.addresses(SITE, ""))

# Attributes that hold an address, and those that name IDs of the same page.
LINKS = ("href", "src", "action", "data-search", "poster", "cite")
IDS = ("for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns",
       "aria-activedescendant")
EXTERNAL = ("http", "https", "mailto")
# Search engines may look at these, and have no need to be told of them.
UNMAPPED = ("search", "languages")
# Made up by the page's script, for whoever wants to choose a language after all.
UNNAMED = {"", "top", "choose"}


class Broken(Exception):
    """Why an address leads nowhere."""


@lru_cache(maxsize=1 << 16)
def resolve(folder, link):
    """The file and anchor that a link of a page in a folder leads to; no file where it leads away."""
    try:
        parts = urlsplit(link)
    except ValueError as error:
        raise Broken(f"no address: {error}") from error
    path = parts.path
    if link == BASE or link.startswith(BASE + "/"):
        # As a server shows it: a folder stands for its page.
        path = urlsplit(link[len(BASE):]).path
        target = unquote(path).lstrip("/")
        if not target or target.endswith("/"):
            target += "index.html"
    elif parts.scheme:
        if parts.scheme.lower() not in EXTERNAL:
            raise Broken(f"scheme {parts.scheme}")
        return None, ""
    elif link.startswith("//"):
        raise Broken("scheme of the page")
    elif not path:
        return "", unquote(parts.fragment)
    elif path.startswith("/"):
        raise Broken("absolute path")
    else:
        target = posixpath.normpath(posixpath.join(folder, unquote(path)))
        if path.endswith("/"):
            raise Broken("a folder, which a disk does not show as a page")
    if target.startswith(".."):
        raise Broken("leads out of the site")
    if target not in FILES:
        raise Broken("no such file")
    return target, unquote(parts.fragment)


def read(address):
    """What is wrong with a page by itself, the anchors of others that it names, and what it tells
    search engines: whether they should pass it by, where it stands, and in which languages."""
    tree = html.parse(os.path.join(SITE, address), html.HTMLParser(encoding="utf-8")).getroot()
    folder, problems, anchors = posixpath.dirname(address), [], set()
    ids, seen, inner = set(), set(), set()
    alternates, canonical = {}, None
    no_index = bool(tree.xpath("//meta[@name='robots' and contains(@content, 'noindex')]"))
    for node in tree.iter(etree.Element):
        for name, value in node.items():
            if name == "id":
                if value in ids:
                    problems.append((address, f"ID '{value}' stands twice"))
                ids.add(value)
            elif name in IDS:
                inner.update(value.split())
            elif name in LINKS:
                seen.add(value)
            elif name == "content" and node.get("http-equiv", "").lower() == "refresh":
                seen.add(re.sub(r"^[^;]*;\s*url=", "", value, flags=re.IGNORECASE))
        if node.tag == "link" and node.get("rel") == "canonical":
            canonical = node.get("href")
        elif node.tag == "link" and node.get("hreflang"):
            alternates[node.get("hreflang")] = node.get("href")
    for link in seen:
        if address == "404.html":
            # Shown in any folder: its links begin at the root of the server.
            base = urlsplit(BASE).path + "/"
            if link.startswith(base):
                link = link[len(base):]
            elif not urlsplit(link).scheme and not link.startswith("#"):
                problems.append((address, f"'{link}' depends on the folder"))
                continue
        try:
            target, anchor = resolve(folder, link)
        except Broken as reason:
            problems.append((address, f"'{link}': {reason}"))
            continue
        if target in ("", address):
            inner.update({anchor} - UNNAMED)
        elif target and anchor not in UNNAMED and target.endswith(".html"):
            anchors.add((target, anchor))
    problems += [(address, f"there is no ID '{name}'") for name in inner - ids]
    places = {"canonical": canonical, **alternates}
    try:
        places = {key: resolve(folder, link)[0] or address for key, link in places.items() if link}
    except Broken:
        # Told above, for these are links, too.
        places = {}
    if not no_index and tree.get("data-kind") in UNMAPPED:
        places.clear()
    return problems, [(address, *anchor) for anchor in anchors], (address, no_index, places)


def missing_anchors(wanted):
    """Which anchors of a page are not there: wanted is the page and (anchor, who names it)."""
    target, names = wanted
    tree = html.parse(os.path.join(SITE, target), html.HTMLParser(encoding="utf-8")).getroot()
    ids = set(tree.xpath("//@id"))
    return [(source, f"there is no '{anchor}' in {target}")
            for anchor, source in names if anchor not in ids]


def site_map_problems(told):
    """Whether the site maps name exactly the pages that search engines are to know."""
    problems, mapped = [], {}
    names = [name for name in FILES if re.fullmatch(r"sitemap[^/]*\.xml", name)]
    for name in sorted(names):
        for entry in etree.parse(os.path.join(SITE, name)).getroot():
            location = entry.findtext("{*}loc")
            others = {link.get("hreflang"): link.get("href") for link in entry.findall("{*}link")}
            try:
                if not location.startswith(BASE):
                    raise Broken("not of this site")
                target = resolve("", location)[0]
                others = {key: resolve("", link)[0] for key, link in others.items()}
            except Broken as reason:
                problems.append((name, f"{location}: {reason}"))
                continue
            if target.endswith(".html"):
                if target in mapped:
                    problems.append((name, f"{target} stands twice"))
                mapped[target] = others
    for address, no_index, places in told:
        canonical = places.pop("canonical", None)
        is_known = canonical == address and not no_index
        if is_known and address not in mapped:
            problems.append((address, "is in no site map"))
        elif not is_known and address in mapped:
            problems.append((address, "is in a site map, but is not for search engines"))
        elif is_known and mapped[address] != places:
            problems.append((address, "names other languages than the site map"))
    # A language that is named has to name this one.
    for address, others in mapped.items():
        for language, target in others.items():
            if target in mapped and address not in mapped[target].values():
                problems.append((address, f"{target}, its page in {language}, does not name it"))
    return problems


def main():
    problems, told, wanted = [], [], {}
    with ProcessPoolExecutor() as workers:
        everything = judged.addresses(SITE, ".html")
        for own, anchors, place in workers.map(read, everything, chunksize=64):
            problems += own
            told.append(place)
            for source, target, anchor in anchors:
                wanted.setdefault(target, {}).setdefault(anchor, source)
        work = [(target, list(names.items())) for target, names in sorted(wanted.items())]
        for found in workers.map(missing_anchors, work, chunksize=64):
            problems += found
    judged.tell(problems + site_map_problems(sorted(told)))


if __name__ == "__main__":
    main()
