"""Uses a site as its readers do, in Chromium: drive.py SITE

Prints, by the name of what was tried, a list of [where, what] that went wrong.
"""

import json
import re
import sys
import traceback
from pathlib import Path
from urllib.parse import urlsplit

import browser
import pages

SITE = sys.argv[1].rstrip("/")
EVENT = "en-us/mssqlserver/18456/index.html"
STATES = "fr-fr/mssqlserver/18456/index.html"
LIST = "en-us/mssqlserver/index.html"

trials = {}


def trial(**settings):
    """Makes of a function something that is tried in a context of its own, with these settings:
    `disk` opens the site from its folder, the others are the browser's."""
    def register(function):
        trials[function.__name__] = function, settings
        return function
    return register


def check(holds, what):
    if not holds:
        raise AssertionError(what)


def same(actual, expected, what):
    check(actual == expected, f"{what}: {actual!r} is not {expected!r}")


def path(watched):
    """Where the page stands in the site, without query and anchor."""
    return urlsplit(watched.page.url)._replace(query="", fragment="").geturl().removeprefix(watched.address)


def wait_for(watched, place):
    """Waits until the page at a place has come."""
    watched.page.wait_for_url(lambda url: urlsplit(url).path.endswith("/" + place))
    watched.page.wait_for_load_state()


def focused(page):
    return page.evaluate("document.activeElement.id || document.activeElement.getAttribute('href')"
                         " || document.activeElement.tagName")


def type_query(page, text):
    """Types a query and waits for its results; the events' numbers."""
    page.keyboard.press("/")
    page.keyboard.type(text)
    page.locator("#results li").first.wait_for()
    return numbers(page)


def numbers(page):
    return page.locator("#results .id").all_inner_texts()


# -- Search

def words_are_found(watched):
    page = watched.open("fr-fr/mssqlserver/10060/index.html")
    found = type_query(page, "connexion refusée")
    check("10061" in found[:3], f"10061 is not among the first: {found}")
    status = page.locator("#search-status")
    same(status.get_attribute("role"), "status", "the role of what is announced")
    check(re.search(r"\d", status.inner_text()), f"no count is announced: {status.inner_text()!r}")
    check(page.locator("#results mark").count() > 0, "nothing is marked in the results")
    page.keyboard.press("ArrowDown")
    first = focused(page)
    page.keyboard.press("ArrowDown")
    check(focused(page) != first, "the arrow key stays on one result")
    page.keyboard.press("ArrowUp")
    same(focused(page), first, "the arrow key upwards")
    page.keyboard.press("ArrowUp")
    same(focused(page), "q", "the arrow key upwards from the first")
    page.keyboard.press("Escape")
    check(page.locator("#results").is_hidden(), "Escape leaves the results open")
    page.keyboard.type(" ")
    page.locator("#results li").first.wait_for()
    page.keyboard.press("ArrowDown")
    target = numbers(page)[0]
    page.keyboard.press("Enter")
    wait_for(watched, f"fr-fr/mssqlserver/{target}/index.html")


@trial()
def words_are_found_over_http(watched):
    words_are_found(watched)


@trial(disk=True)
def words_are_found_from_the_disk(watched):
    words_are_found(watched)


def a_number_leads_to_its_event(watched):
    page = watched.open("de-de/index.html")
    page.keyboard.press("/")
    page.keyboard.type("18456")
    page.keyboard.press("Enter")
    wait_for(watched, "de-de/mssqlserver/18456/index.html")
    check("MSSQLSERVER_18456" in page.title(), page.title())


@trial()
def a_number_leads_to_its_event_over_http(watched):
    a_number_leads_to_its_event(watched)


@trial(disk=True)
def a_number_leads_to_its_event_from_the_disk(watched):
    a_number_leads_to_its_event(watched)


@trial()
def words_lead_to_the_page_of_results(watched):
    page = watched.open(EVENT)
    page.keyboard.press("/")
    page.keyboard.type("transaction log full")
    page.keyboard.press("Enter")
    wait_for(watched, "en-us/search/index.html")
    page.locator("#results li").first.wait_for()
    check("9002" in numbers(page)[:3], f"9002 is not among the first: {numbers(page)}")
    same(page.locator("#q").input_value(), "transaction log full", "the query in the field")


@trial()
def one_character_of_chinese_and_japanese_is_enough(watched):
    page = watched.open("zh-cn/index.html")
    same(type_query(page, "拒")[0], "10061", "the first for 拒")
    page = watched.open("ja-jp/index.html")
    check(type_query(page, "拒否された"), "nothing for 拒否された")


@trial()
def a_message_of_a_list_is_found_in_arabic(watched):
    page = watched.open("ar-sa/index.html")
    same(type_query(page, "39001")[0], "39001", "the first for 39001")
    page.keyboard.press("Enter")
    wait_for(watched, "ar-sa/mssqlserver/39001/index.html")
    same(page.locator("html").get_attribute("dir"), "rtl", "the direction")


@trial()
def what_is_not_there_is_said(watched):
    page = watched.open(EVENT)
    page.keyboard.press("/")
    page.keyboard.type("xyzzyqwertz")
    page.locator("#search-status", has_text="xyzzyqwertz").wait_for(state="attached")
    check(page.locator("#results").is_hidden(), "there are results")


@trial()
def nothing_that_is_typed_is_run(watched):
    page = watched.open("en-us/search/index.html?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+harm")
    page.locator("#search-status:not(:empty)").wait_for(state="attached")
    same(page.locator("#results img, #search-status img").count(), 0, "pictures")
    # The page that means harm is found, and shown as text.
    type_query(page, "49999")
    same(page.locator("#results script, #results svg").count(), 0, "elements of the message")


# -- Languages

@trial(locale="ja-JP")
def the_root_leads_to_the_readers_language(watched):
    watched.open("index.html")
    wait_for(watched, "ja-jp/index.html")


@trial(locale="pt-BR")
def the_root_leads_to_the_default_where_there_is_no_other(watched):
    watched.open("index.html")
    wait_for(watched, "en-us/index.html")


@trial(locale="fr-CA", disk=True)
def a_short_address_leads_to_the_readers_language(watched):
    watched.open("e/10061/index.html")
    wait_for(watched, "fr-fr/mssqlserver/10061/index.html")


@trial(locale="fr-FR")
def the_anchor_of_a_short_address_is_kept(watched):
    watched.open("e/18456/index.html#state-38")
    wait_for(watched, STATES)
    same(urlsplit(watched.page.url).fragment, "state-38", "the anchor")


@trial(locale="fr-FR")
def a_language_that_was_chosen_is_kept(watched):
    page = watched.open("fr-fr/mssqlserver/10061/index.html")
    page.locator(".languages summary").click()
    page.locator(".languages a[data-tag=zh-CN]").click()
    wait_for(watched, "zh-cn/mssqlserver/10061/index.html")
    watched.open("e/10061/index.html")
    wait_for(watched, "zh-cn/mssqlserver/10061/index.html")
    watched.open("index.html")
    wait_for(watched, "zh-cn/index.html")


@trial()
def a_language_that_is_missing_is_told_and_falls_back(watched):
    page = watched.open("ar-sa/mssqlserver/18456/index.html")
    check(page.locator(".notice.fallback").count() == 1, "no notice of the fallback")
    part = page.locator(".printed p").first
    same(part.evaluate("e => e.closest('[lang]').lang"), "en-US", "the language of the message")
    page.locator(".notice.fallback a").click()
    wait_for(watched, EVENT)


@trial()
def machine_translation_and_drift_are_told(watched):
    page = watched.open("zh-cn/mssqlserver/10061/index.html")
    check(page.locator(".notice.machine").count() == 1, "no notice of the machine's translation")
    page = watched.open("de-de/mssqlserver/18456/index.html")
    check(page.locator(".notice.drift").count() == 1, "no notice that it is behind")
    check(page.locator(".notice.drift").inner_text().strip(), "an empty notice")


# -- Copying

def copies(watched, selector):
    """What each copy button after such a block that is shown gives, against what stands there."""
    page = watched.page
    blocks = page.locator(f"{selector}:visible")
    check(blocks.count() > 0, f"no {selector}")
    for number in range(min(blocks.count(), 4)):
        block = blocks.nth(number)
        button = block.locator("xpath=following-sibling::button[1]")
        word = button.inner_text()
        # It says so for a moment only, in which a busy machine may not get round to asking.
        button.evaluate("""button => {
          const said = document.getElementById("said");
          button.told = new Promise(resolve => new MutationObserver(() => {
            if (said.textContent) resolve([button.textContent, said.textContent]);
          }).observe(said, { childList: true, characterData: true, subtree: true }));
        }""")
        button.click()
        told, said = button.evaluate("button => button.told")
        check(told != word, "the button says nothing")
        same(said, told, "what is said aloud")
        same(page.evaluate("navigator.clipboard.readText()"),
             block.evaluate("e => e.textContent.replace(/\\n+$/, '')"), "what was copied")


@trial(permissions=["clipboard-read", "clipboard-write"])
def copying_gives_the_very_message_and_code(watched):
    watched.open("fr-fr/mssqlserver/10061/index.html")
    copies(watched, ".printed > p")
    copies(watched, "pre")
    watched.open("en-us/mssqlserver/49999/index.html")
    copies(watched, ".printed > p")
    copies(watched, "pre")


# -- Lists

def shown(page):
    return page.locator("#events tbody tr:not([hidden])").count()


@trial()
def a_list_is_filtered(watched):
    page = watched.open(LIST)
    everything = shown(page)
    page.locator("#filter").fill("deadlock")
    check(0 < shown(page) < everything, f"{shown(page)} of {everything} rows for 'deadlock'")
    texts = page.locator("#events tbody tr:not([hidden])").all_inner_texts()
    check(all("deadlock" in text.lower() for text in texts), f"a row without the word: {texts}")
    same(str(shown(page)) in page.locator(".count").inner_text(), True, "the count is told")
    page.locator("#filter").fill("")
    page.locator("#severity").select_option("14")
    severities = page.locator("#events tbody tr:not([hidden]) td:nth-child(2)").all_inner_texts()
    check(severities and set(severities) == {"14"}, f"severities {set(severities)}")
    page.locator("#component").select_option("SQLEngine")
    components = page.locator("#events tbody tr:not([hidden]) td:nth-child(3)").all_inner_texts()
    check(components and set(components) == {"SQLEngine"}, f"components {set(components)}")
    page.locator("#severity").select_option("")
    page.locator("#component").select_option("")
    same(shown(page), everything, "all rows again")


# -- States

@trial()
def a_state_that_is_asked_for_is_seen_and_marked(watched):
    page = watched.open(STATES + "#state-38")
    row = page.locator("tr:target")
    same(row.count(), 1, "rows that are the target")
    check("38" in row.locator("th").inner_text(), row.inner_text())
    check(row.evaluate("e => { const { top, bottom } = e.getBoundingClientRect();"
                       " return top >= 0 && bottom <= innerHeight; }"), "the row is out of sight")
    plain = page.locator(".states tbody tr:not(:target)").first
    style = "e => getComputedStyle(e).backgroundColor + getComputedStyle(e).outlineStyle"
    check(row.evaluate(style) != plain.evaluate(style), "the row looks like any other")


@trial()
def a_state_within_a_range_leads_to_its_row(watched):
    page = watched.open("de-de/mssqlserver/18456/index.html#state-105")
    page.locator("tr:target").wait_for()
    check("102" in page.locator("tr:target th").inner_text(), "not the row of 102 to 111")


# -- Keyboard

@trial()
def the_keyboard_reaches_everything_and_shows_where_it_is(watched):
    page = watched.open(EVENT)
    page.keyboard.press("Tab")
    same(focused(page), "#main", "the first stop is the link to the content")
    check(page.locator(".skip").evaluate("e => e.getBoundingClientRect().top >= 0"),
          "the link to the content cannot be seen")
    page.keyboard.press("Enter")
    same(focused(page), "main", "where the link to the content leads")
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    page = watched.open(EVENT)
    wanted = page.evaluate("""() => {
      const all = "a[href], button, input, select, summary, [tabindex='0']";
      return [...document.querySelectorAll(all)].filter((e) => e.checkVisibility()).length;
    }""")
    look = """() => {
      const e = document.activeElement, { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(e);
      const box = e.getBoundingClientRect();
      if (e === document.body) return null;
      e.dataset.reached = "";
      return { name: e.outerHTML.slice(0, 120), seen: box.bottom > 0 && box.top < innerHeight,
        marked: outlineStyle !== "none" && parseFloat(outlineWidth) > 0 || boxShadow !== "none" };
    }"""
    for _ in range(wanted + 20):
        page.keyboard.press("Tab")
        stop = page.evaluate(look)
        if stop is None:
            break
        check(stop["marked"], f"no mark of the focus on {stop['name']}")
        check(stop["seen"], f"out of sight: {stop['name']}")
    reached = page.locator("[data-reached]").count()
    check(reached >= wanted, f"{reached} of {wanted} can be reached")


@trial()
def escape_closes_the_menu_of_languages(watched):
    page = watched.open(EVENT)
    page.locator(".languages summary").focus()
    page.keyboard.press("Enter")
    check(page.locator(".languages a").first.is_visible(), "Enter does not open the menu")
    page.keyboard.press("Escape")
    check(page.locator(".languages a").first.is_hidden(), "Escape does not close the menu")
    same(focused(page), "SUMMARY", "the focus afterwards")


# -- Without scripts, on paper, on a phone

@trial(java_script_enabled=False)
def without_scripts_all_is_there_but_the_search(watched):
    page = watched.open("index.html")
    page.locator("main a[data-tag=fr-FR]").click()
    wait_for(watched, "fr-fr/index.html")
    page.locator("main a[href='mssqlserver/index.html']").first.click()
    wait_for(watched, "fr-fr/mssqlserver/index.html")
    check(page.locator(".filters").is_hidden(), "filters that do nothing are shown")
    page.locator("#events a", has_text=re.compile("^18456$")).click()
    wait_for(watched, STATES)
    check(page.locator("text=ALTER LOGIN [web] ENABLE").first.is_visible(), "code is hidden")
    check(page.locator("#state-38, tr[id^=state-38]").first.is_visible(), "states are hidden")
    page.locator(".languages summary").click()
    page.locator(".languages a[data-tag=de-DE]").click()
    wait_for(watched, "de-de/mssqlserver/18456/index.html")
    same(page.locator("button").count(), 0, "buttons that do nothing")
    page = watched.open("fr-fr/search/index.html")
    check(page.locator(".notice").first.is_visible(), "the search does not say what it needs")


@trial()
def on_paper_there_is_the_answer_alone(watched):
    page = watched.open(STATES)
    page.emulate_media(media="print")
    for selector in ("header.top", "footer.bottom", "button.copy", ".outline"):
        check(page.locator(selector).first.is_hidden(), f"{selector} is printed")
    for selector in ("h1", ".printed", ".steps", ".states"):
        check(page.locator(selector).first.is_visible(), f"{selector} is not printed")


@trial(viewport=browser.PHONE)
def no_page_scrolls_sideways_on_a_phone(watched):
    overflow = """() => {
      const width = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= width) return [];
      return [...document.querySelectorAll("body *")]
        .filter((e) => e.getBoundingClientRect().right > width + 1 || e.getBoundingClientRect().left < -1)
        .slice(0, 4).map((e) => e.outerHTML.slice(0, 120));
    }"""
    for each in every_page():
        found = watched.open(each).evaluate(overflow)
        if found:
            watched.tell(f"scrolls sideways: {found}")


# -- Every page

def every_page():
    """The richest of each kind and language, and those of the samples; none that leads on."""
    samples = [page.address for page in pages.pages(SITE)
               if page.address.endswith(("/49999/index.html", "/39001/index.html"))]
    richest = [page.address for page in pages.richest(SITE) if page.kind not in ("languages", "short")]
    return sorted({*samples, *richest, "index.html#choose", "e/10061/index.html#choose"})


@trial()
def no_page_complains_over_http(watched):
    for each in every_page():
        watched.open(each)
        watched.page.wait_for_load_state("networkidle")


@trial(disk=True)
def no_page_complains_from_the_disk(watched):
    for each in every_page():
        # Its links begin at the root of a server.
        if each != "404.html":
            watched.open(each)


@trial()
def what_is_not_there_leads_on(watched):
    page = watched.open("fr-fr/mssqlserver/nothing/at/all/")
    check("404" in str(watched.problems), "the server says that it is there")
    watched.problems.clear()
    same(type_query(page, "18456")[0], "18456", "the first for 18456")
    page.keyboard.press("Enter")
    wait_for(watched, "mssqlserver/18456/index.html")


@trial()
def an_old_address_leads_to_the_new_one(watched):
    old = "en-us/mssqlserver/49998/index.html"
    check(Path(SITE, old).exists(), "there is no page for the old address")
    watched.open(old)
    wait_for(watched, "en-us/mssqlserver/49999/index.html")


@trial()
def the_page_that_means_harm_does_none(watched):
    page = watched.open("en-us/mssqlserver/49999/index.html")
    page.on("dialog", lambda dialog: (watched.tell(f"dialog: {dialog.message}"), dialog.dismiss()))
    same(page.locator("main script, main iframe, main form, main style, main img, main svg, base").count(), 0,
         "elements that may not be")
    attributes = page.evaluate("""() => [...document.querySelectorAll("*")].flatMap((e) =>
      e.getAttributeNames().filter((name) => name.startsWith("on") || name === "style"))""")
    same(attributes, [], "attributes that may not be")
    schemes = page.evaluate("[...document.links].map((link) => link.protocol)")
    check(set(schemes) <= {"http:", "https:"}, f"schemes {set(schemes)}")
    # An ID of the page's own is not taken away by one of the text.
    same(page.evaluate("document.getElementById('q').tagName"), "INPUT", "the search field's element")
    same(page.evaluate("document.getElementById('main').tagName"), "MAIN", "the content's element")


def main():
    told = {}
    wanted = sys.argv[2:] or trials
    with browser.served(SITE) as address, browser.chromium() as chromium:
        for name in wanted:
            function, settings = trials[name]
            settings = dict(settings)
            place = f"file://{SITE}/" if settings.pop("disk", False) else address
            watched = browser.Watched(chromium, place, **settings)
            try:
                function(watched)
            except (AssertionError, browser.Error) as error:
                line = traceback.extract_tb(error.__traceback__)[1].lineno
                watched.tell(f"drive.py:{line}: {error}")
            told[name] = watched.problems
            watched.close()
    json.dump(told, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
