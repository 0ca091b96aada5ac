// What pages do better with a script than without; all of them work without.
(() => {
  "use strict";
  const root = document.documentElement;
  const kept = (() => {
    try {
      return localStorage.getItem("theme");
    } catch {
      return null;
    }
  })();
  if (kept === "light" || kept === "dark") {
    root.dataset.theme = kept;
  }
  const dark = () =>
    root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;

  document.addEventListener("DOMContentLoaded", () => {
    for (const button of document.querySelectorAll("[data-theme-switch]")) {
      button.hidden = false;
      button.addEventListener("click", () => {
        root.dataset.theme = dark() ? "light" : "dark";
        try {
          localStorage.setItem("theme", root.dataset.theme);
        } catch {
          // A browser that keeps nothing keeps no choice either.
        }
      });
    }
    for (const all of document.querySelectorAll("[data-choose-all]")) {
      all.hidden = false;
      all.addEventListener("change", () => {
        for (const one of all.form.querySelectorAll("input[name=mail]")) {
          one.checked = all.checked;
        }
      });
    }
  });
})();
