// Before the first paint: the tokens follow the system. Then: how the connection notice speaks.
(() => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const paint = () => document.documentElement.dataset.theme = dark.matches ? "dark" : "light";
  dark.addEventListener("change", paint);
  paint();

  // The server has been started anew: the page has no state of its own, so it simply loads again. It does not wait for
  // Blazor's next try, and goes on when Blazor has given up. Only an answer of ours counts (a proxy has pages of its own),
  // and where the old server is still going down, only one of the new one: else the browser's error page would be the end.
  const { documentElement: html } = document;
  let lost = "";
  let looking = false;
  const look = async () => {
    if (looking) return;
    looking = true;
    for (let pause = 700; away(); pause = Math.min(pause * 1.1, 5000)) {
      await new Promise(done => setTimeout(done, pause * (0.7 + Math.random() * 0.6)));
      try {
        const answer = await fetch("hub/instance", { cache: "no-store" });
        const instance = await answer.text();
        if (answer.ok && /^[0-9a-f]{32}$/.test(instance) && (instance !== html.dataset.instance || lost.endsWith("failed"))) return location.reload();
      } catch { /* not there yet */ }
    }
    looking = false;
  };
  // The event does not bubble; the document sees it on its way down.
  document.addEventListener("components-reconnect-state-changed", e => {
    lost = e.detail.state === "hide" ? "" : e.detail.state;
    html.toggleAttribute("data-lost", Boolean(lost));
    noteStop();
    if (lost === "rejected") location.reload();
    else if (lost) look();
  }, true);

  // Whether WebSockets come through whatever stands in between; phones go on without, but slower.
  const sockets = () => new Promise(done => {
    const socket = new WebSocket(new URL("hub/room", document.baseURI).href.replace(/^http/, "ws"));
    const say = through => () => { done(through); socket.close(); };
    socket.onopen = say(true);
    socket.onerror = say(false);
    setTimeout(say(false), 5000);
  });
  addEventListener("DOMContentLoaded", async () => {
    const part = document.querySelector("[data-sockets]");
    if (part && !await sockets()) part.hidden = part.querySelector("li:last-child").hidden = false;
  });

  // Below a path of the host, but opened without it: neither cookies nor links would fit.
  const base = new URL(document.baseURI).pathname;
  if (!location.pathname.startsWith(base) && `${location.pathname}/` !== base) location.replace(base + location.pathname.slice(1) + location.search + location.hash);

  // A laptop that was closed: try at once when somebody looks again.
  document.addEventListener("visibilitychange", () => {
    const notice = document.getElementById("components-reconnect-modal");
    if (!document.hidden && notice?.classList.contains("components-reconnect-failed")) location.reload();
  });

  document.addEventListener("click", e => {
    if (e.target.closest("[data-reload]")) location.reload();
  });

  // A link to take along. A laptop reached by plain http has no clipboard to write to: there a selection is copied.
  document.addEventListener("click", async e => {
    const button = e.target.closest("[data-copy]");
    if (!button) return;
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
    } catch {
      const text = Object.assign(document.createElement("textarea"), { value: button.dataset.copy, readOnly: true });
      button.after(text);
      text.select();
      const copied = document.execCommand("copy");
      text.remove();
      button.focus();
      if (!copied) return;
    }

    button.nextElementSibling.textContent = button.dataset.copied;
    setTimeout(() => { button.nextElementSibling.textContent = ""; }, 4000);
  });

  // Single keys press the button that is in sight; a held key presses once, and nobody who types is disturbed.
  const keys = "workshophub.keys";
  const keysOn = () => {
    try { return localStorage.getItem(keys) !== "off"; } catch { return true; }
  };
  window.workshopHub = {
    keysOn,
    setKeys: on => {
      try { localStorage.setItem(keys, on ? "on" : "off"); } catch { /* without storage they stay on */ }
    },
  };
  // A copy of what is being typed, for this tab only, until it is sent or taken back. Where the page has stopped, by whatever
  // cause, the next one begins without them: they may be the cause. They are put aside, to be copied.
  const kept = "workshophub.draft/";
  const aside = "workshophub.aside/";
  const stopped = "workshophub.stopped";
  const note = () => { try { sessionStorage.setItem(stopped, "yes"); } catch { /* then nothing is kept either */ } };
  // While the line is lost Blazor may stumble over that and say that the page has stopped. Nothing that was typed is the cause;
  // the notice of the lost line is shown instead, and the page loads anew.
  const away = () => Boolean(lost) || "restarting" in html.dataset;
  const noteStop = () => { if (!away() && document.getElementById("blazor-error-ui")?.style.display === "block") note(); };
  document.addEventListener("DOMContentLoaded", () => {
    const notice = document.getElementById("blazor-error-ui");
    if (notice) new MutationObserver(noteStop).observe(notice, { attributes: true });
  });
  const found = start => Object.fromEntries(Object.keys(sessionStorage).filter(k => k.startsWith(start)).map(k => [k.slice(start.length), whole(sessionStorage.getItem(k))]));
  // Half a pair of UTF-16 is no text that could go over the line.
  const whole = text => text.replace(/\p{Cs}/gu, "\uFFFD");
  document.addEventListener("input", e => {
    if (typeof e.target.value === "string" && /\p{Cs}/u.test(e.target.value)) e.target.value = whole(e.target.value);
    const name = e.target.dataset?.draft;
    if (!name) return;
    try {
      sessionStorage.setItem(kept + name, e.target.value);
      sessionStorage.setItem(`${kept}${name}#was`, e.target.dataset.was ?? ""); // what it was typed over
    } catch { /* without storage the server alone keeps it */ }
  });
  Object.assign(window.workshopHub, {
    reach: async () => ({ origin: location.origin, sockets: await sockets() }),
    restarting: () => { html.dataset.restarting = ""; look(); },
    drafts: of => {
      try {
        if (sessionStorage.getItem(stopped)) {
          sessionStorage.removeItem(stopped);
          for (const [field, text] of Object.entries(found(kept + of))) {
            // What it was typed over is nobody's words, and an empty field has none.
            if (text.trim() && !field.endsWith("#was")) sessionStorage.setItem(aside + of + field, text);
            sessionStorage.removeItem(kept + of + field);
          }
        }
        return found(kept + of);
      } catch { return {}; }
    },
    stopped: note,
    aside: of => {
      try { return found(aside + of); } catch { return {}; }
    },
    discard: (of, field) => {
      try { sessionStorage.removeItem(aside + of + field); } catch { /* none */ }
    },
    // Once the dialog that asked is gone, with the focus that it held.
    settle: () => {
      if (document.querySelector(".mud-dialog-container")) return void setTimeout(window.workshopHub.settle, 50);
      if (document.activeElement && document.activeElement !== document.body) return;
      (document.getElementById("tab-panel") ?? document.getElementById("content"))?.focus({ preventScroll: true });
    },
    focus: what => document.querySelector(what)?.focus(),
    forget: (of, fields) => {
      try { for (const field of fields) for (const key of [field, `${field}#was`]) sessionStorage.removeItem(kept + of + key); } catch { /* none */ }
    },
  });

  document.addEventListener("keydown", e => {
    if (e.repeat || e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented || e.isComposing) return;
    // Whoever is being asked something answers that first.
    if (document.querySelector(".mud-dialog-container")) return;
    if (e.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]")) return;
    if (/^[a-z]$/i.test(e.key) && keysOn()) document.querySelector(`[data-key="${e.key.toLowerCase()}"]`)?.click();
  });

  // Tabs: the arrow keys go from one to the next, as people who use them expect.
  document.addEventListener("keydown", e => {
    const list = e.target.closest?.("[data-arrows]");
    if (!list) return;
    const tabs = [...list.querySelectorAll("[role=tab]")];
    const at = tabs.indexOf(e.target);
    const back = getComputedStyle(list).direction === "rtl" ? "ArrowRight" : "ArrowLeft";
    const to = e.key === "Home" ? 0 : e.key === "End" ? tabs.length - 1
      : e.key === "ArrowLeft" || e.key === "ArrowRight" ? (at + (e.key === back ? -1 : 1) + tabs.length) % tabs.length : -1;
    if (at < 0 || to < 0) return;
    e.preventDefault();
    tabs[to].focus();
    tabs[to].click();
  });
})();
