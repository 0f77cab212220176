// Sets the theme chosen before, ahead of the first paint.
try {
  document.documentElement.dataset.theme = localStorage.getItem("heartline.theme") ?? "";
} catch {
  // A browser that forbids storage has no theme to remember.
}
