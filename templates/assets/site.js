// What a page does beyond being read: copying, keys, the language, lists that are filtered. All of
// it works without; the search is in search.js.
"use strict";
(() => {
  const root = document.documentElement, words = document.body.dataset;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // -- Copying: a button at each piece of code and each message; what it did is said aloud.

  const said = document.getElementById("said");
  for (const block of all("pre, .printed > p")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = words.copy;
    if (block.matches("pre")) {
      const frame = document.createElement("div");
      frame.className = "code";
      block.replaceWith(frame);
      frame.append(block);
    }
    block.after(button);
    let timer;
    button.addEventListener("click", async () => {
      const done = await copy(block);
      button.textContent = said.textContent = done ? words.copied : words.notCopied;
      button.classList.toggle("done", done);
      clearTimeout(timer);
      timer = setTimeout(() => {
        button.textContent = words.copy;
        said.textContent = "";
        button.classList.remove("done");
      }, 2500);
    });
  }

  async function copy(block) {
    const text = block.innerText.replace(/\n+$/, "");
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Without a secure connection there is only the old way: what is selected.
      const selection = getSelection();
      selection.selectAllChildren(block);
      const done = document.execCommand("copy");
      if (done) selection.removeAllRanges();
      return done;
    }
  }

  // -- What scrolls by itself can be reached by keyboard.

  const reachable = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth <= target.clientWidth && target.scrollHeight <= target.clientHeight) {
        for (const name of ["tabindex", "role", "aria-label"]) target.removeAttribute(name);
      } else {
        target.tabIndex = 0;
        target.setAttribute("role", "group");
        target.setAttribute("aria-label", target.matches("pre") ? words.code : words.table);
      }
    }
  });
  for (const box of all("pre, .table, .heat")) reachable.observe(box);

  // -- Keys: "/" to the search field, Escape out of it and out of the menu.

  const field = document.getElementById("q"), menu = document.querySelector(".languages details");
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/" && !event.target.closest?.("input, select, textarea, [contenteditable]")) {
      event.preventDefault();
      field?.focus();
      field?.select();
    } else if (event.key === "Escape") {
      if (menu?.open) {
        menu.open = false;
        menu.querySelector("summary").focus();
      } else if (document.activeElement === field && !field.value) {
        field.blur();
      }
    }
  });
  const results = document.querySelector(".top #results");
  addEventListener("click", (event) => {
    if (menu?.open && !menu.contains(event.target)) menu.open = false;
    // Found again as soon as the field is clicked.
    if (results) results.hidden = !results.children.length || !event.target.closest?.(".search");
  });

  // -- The language: what was chosen is kept, and addresses without one lead to it.

  const key = "errkb-language";
  const kept = () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  addEventListener("click", (event) => {
    const tag = event.target.closest?.("a[data-tag]")?.dataset.tag;
    try {
      if (tag) localStorage.setItem(key, tag);
    } catch {
      // Not kept then.
    }
  });

  // The language, script and region of a tag, likely ones where it has none.
  function parts(tag) {
    try {
      const { language, script, region } = new Intl.Locale(tag).maximize();
      return { language, script, region };
    } catch {
      return { language: tag };
    }
  }

  // The best of some tags for a reader: as `errkb show` chooses, never across scripts.
  function best(tags) {
    for (const wanted of [kept(), ...navigator.languages]) {
      if (!wanted) continue;
      const exact = tags.find((tag) => tag.toLowerCase() === wanted.toLowerCase());
      if (exact) return exact;
      const own = parts(wanted), likely = parts(own.language);
      const near = tags.filter((tag) => {
        const { language, script } = parts(tag);
        return language === own.language && script === own.script;
      });
      const found = near.find((tag) => parts(tag).region === own.region)
        ?? near.find((tag) => parts(tag).region === likely.region) ?? near.sort()[0];
      if (found) return found;
    }
    return tags.find((tag) => tag === "en-US") ?? tags[0];
  }

  // An address that stands for several events is for the reader to decide.
  const choices = all("[data-go]");
  if (choices.length === 1 && location.hash !== "#choose") {
    const links = all("a[data-tag]", choices[0]), tag = best(links.map((link) => link.dataset.tag));
    const link = links.find((each) => each.dataset.tag === tag);
    if (link) location.replace(link.href + location.hash);
  }

  // -- A state within a range: #state-105 leads to the row "102 - 111".

  function findState() {
    const state = Number(/^#state-(\d+)$/.exec(location.hash)?.[1] ?? NaN);
    if (Number.isNaN(state) || document.getElementById(`state-${state}`)) return;
    for (const row of all(".states tbody tr")) {
      const spans = row.cells[0].textContent.match(/\d+(\s*[-–~〜]\s*\d+)?/g) ?? [];
      for (const span of spans) {
        const [from, to = from] = span.match(/\d+/g).map(Number);
        if (state >= from && state <= to) return location.replace(`#${row.id}`);
      }
    }
  }
  findState();
  addEventListener("hashchange", findState);

  // -- Lists: rows that have the words and the values that were chosen.

  // Case and accents do not matter.
  const folded = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  for (const form of all("form[data-rows]")) {
    const rows = all(`#${form.dataset.rows} tbody tr`);
    const texts = rows.map((row) => folded(row.textContent));
    const count = form.parentElement.querySelector(".count"), whole = count.innerHTML;
    const filter = () => {
      const wanted = folded(form.querySelector("input").value).split(/\s+/).filter(Boolean);
      const chosen = all("select", form).filter((select) => select.value);
      let shown = 0;
      rows.forEach((row, index) => {
        const fits = wanted.every((word) => texts[index].includes(word))
          && chosen.every(({ dataset, value }) => row.cells[dataset.column].textContent === value);
        row.hidden = !fits;
        shown += fits;
      });
      if (shown === rows.length) {
        count.innerHTML = whole;
      } else {
        count.textContent = form.dataset.shown.replace("{shown}", shown).replace("{count}", rows.length);
      }
    };
    form.hidden = false;
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    // What the browser kept of the form when the reader comes back.
    addEventListener("pageshow", filter);
  }
})();
