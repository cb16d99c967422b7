"""Chromium, as Debian has it, looking at a site on disk or over HTTP on the loopback."""

import os
import shutil
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Error, TimeoutError as Timeout, sync_playwright

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 320, "height": 640}


class Handler(SimpleHTTPRequestHandler):
    """A server that shows the site's own page for what is not there, and writes no log."""

    def __init__(self, *arguments, site, **more):
        self.site = site
        super().__init__(*arguments, directory=os.path.dirname(site), **more)

    def log_message(self, *arguments):
        pass

    def send_error(self, code, *arguments, **more):
        page = Path(self.site, "404.html")
        if code != 404 or not page.exists():
            return super().send_error(code, *arguments, **more)
        content = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def served(site):
    """The address at which a site is served: not at the root of the server, but in its folder."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, site=site))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/{os.path.basename(site)}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def chromium():
    """A browser without a window, which reads no settings of whoever runs the tests."""
    with sync_playwright() as playwright:
        # Root may not make the sandbox; what is shown was made by the test.
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), chromium_sandbox=os.geteuid() != 0)
        try:
            yield browser
        finally:
            browser.close()


class Watched:
    """A context of the browser in which nothing may go wrong unseen: errors and warnings on the
    console, exceptions, what the content security policy forbids, requests that fail or leave the
    site."""

    def __init__(self, browser, address, **settings):
        settings = {"locale": "en-US", "viewport": DESKTOP, "reduced_motion": "reduce", **settings}
        self.address = address
        self.problems = []
        self.context = browser.new_context(**settings)
        self.context.set_default_timeout(20_000)
        self.context.on("console", self.console)
        self.context.on("weberror", lambda error: self.tell(f"exception: {error.error}"))
        self.context.on("request", self.request)
        self.context.on("requestfailed", self.failed)
        self.context.on("response", self.response)
        self.page = self.context.new_page()

    def tell(self, what):
        where = self.page.url.removeprefix(self.address) if self.context.pages else ""
        self.problems.append((where, what))

    def console(self, message):
        if message.type in ("error", "warning"):
            self.tell(f"console: {message.text}")

    def request(self, request):
        if not request.url.startswith(self.address):
            self.tell(f"request to {request.url}")

    def failed(self, request):
        # What a new page interrupts did not fail.
        if request.failure != "net::ERR_ABORTED":
            self.tell(f"request failed: {request.url}: {request.failure}")

    def response(self, response):
        if response.status >= 400:
            self.tell(f"{response.status} for {response.url}")

    def open(self, path):
        self.page.goto(self.address + path)
        return self.page

    def close(self):
        self.context.close()
