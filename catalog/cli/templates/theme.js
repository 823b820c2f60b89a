// Runs before the page is shown, so that it does not flash in the wrong theme.
"use strict";

const theme = {
  key: "error-catalog-theme",

  // Without storage, pages follow the system.
  stored() {
    try {
      return localStorage.getItem(this.key);
    } catch {
      return null;
    }
  },

  isDark() {
    const chosen = document.documentElement.dataset.theme;
    return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  },

  toggle() {
    const next = this.isDark() ? "light" : "dark";
    document.documentElement.dataset.theme = next;
    try {
      localStorage.setItem(this.key, next);
    } catch {
      // The theme is set for this page only.
    }
  },
};

document.documentElement.classList.add("scripted");
if (["light", "dark"].includes(theme.stored())) {
  document.documentElement.dataset.theme = theme.stored();
}
