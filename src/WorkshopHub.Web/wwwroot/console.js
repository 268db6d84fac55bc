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
})();
