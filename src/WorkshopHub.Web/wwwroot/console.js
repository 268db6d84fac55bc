// Before the first paint: the tokens follow the system. Then: how the connection notice speaks.
(() => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const paint = () => document.documentElement.dataset.theme = dark.matches ? "dark" : "light";
  dark.addEventListener("change", paint);
  paint();

  // The server has been started anew: the page has no state of its own, so it simply loads again.
  // The event does not bubble; the document sees it on its way down.
  document.addEventListener("components-reconnect-state-changed", e => {
    if (e.detail.state === "rejected") location.reload();
  }, true);

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
  // A copy of what is being typed, for this tab only, until it is sent or taken back.
  const kept = "workshophub.draft/";
  document.addEventListener("input", e => {
    const name = e.target.dataset?.draft;
    if (!name) return;
    try { sessionStorage.setItem(kept + name, e.target.value); } catch { /* without storage the server alone keeps it */ }
  });
  Object.assign(window.workshopHub, {
    drafts: of => {
      const found = {};
      try {
        for (const key of Object.keys(sessionStorage)) if (key.startsWith(kept + of)) found[key.slice((kept + of).length)] = sessionStorage.getItem(key);
      } catch { /* none */ }
      return found;
    },
    // Once the dialog that asked is gone, with the focus that it held.
    settle: () => {
      if (document.querySelector(".mud-dialog-container")) return void setTimeout(window.workshopHub.settle, 50);
      if (document.activeElement && document.activeElement !== document.body) return;
      (document.getElementById("tab-panel") ?? document.getElementById("content"))?.focus({ preventScroll: true });
    },
    focus: what => document.querySelector(what)?.focus(),
    forget: (of, fields) => {
      try { for (const field of fields) sessionStorage.removeItem(kept + of + field); } catch { /* none */ }
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
