// Runs before the stylesheet paints: reads what the person chose last time. Keep in step with src/lib/appearance.ts.
(function () {
  try {
    var saved = JSON.parse(localStorage.getItem("pivotal.appearance") || "{}").state || {};
    var root = document.documentElement;
    if (saved.theme === "light" || saved.theme === "dark") root.dataset.theme = saved.theme;
    if (saved.density === "compact") root.dataset.density = "compact";
  } catch {
    // Storage may be blocked; the system theme is a good default.
  }
})();
