// Reloads the page when the site was built anew, and shows what a build has printed.
"use strict";
(() => {
  const base = document.currentScript.src.replace(/reload\.js$/, "");
  const panel = document.createElement("section");
  panel.className = "errkb-news";
  panel.lang = "en";
  panel.dir = "ltr";
  panel.hidden = true;
  panel.setAttribute("role", "status");
  const heading = panel.appendChild(document.createElement("h2"));
  const text = panel.appendChild(document.createElement("pre"));
  text.tabIndex = 0;
  document.body.append(panel);

  const headings = {
    building: "Building…",
    failed: "The build failed: this is what was built before",
    built: "Built with diagnostics",
  };
  let edition;
  let number = "";

  window.errkbNews = (news) => {
    if (edition !== undefined && news.edition !== edition) {
      location.reload();
      return;
    }
    ({ edition, number } = news);
    heading.textContent = headings[news.state];
    text.textContent = news.diagnostics;
    text.hidden = news.diagnostics === "";
    panel.hidden = news.state === "built" && news.diagnostics === "";
  };

  // A script, not a request: that is what the policy of the pages allows.
  const listen = () => {
    const script = document.createElement("script");
    script.src = `${base}news.js?after=${number}`;
    script.onload = () => {
      script.remove();
      listen();
    };
    script.onerror = () => {
      script.remove();
      setTimeout(listen, 1000);
    };
    document.head.append(script);
  };
  listen();
})();
