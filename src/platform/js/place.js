// What a reader has done to a part of the page that is about to be made anew with newer figures: where the
// focus is, what is scrolled, what is folded open.

const childPath = (root, element) => {
  const path = [];
  for (let at = element; at !== root; at = at.parentNode) path.unshift([...at.parentNode.children].indexOf(at));
  return path;
};

const follow = (root, path) => path.reduce((at, place) => at?.children[place], root);

// Returns what brings it all back, as far as the new part is built alike.
export function keepPlace() {
  const root = document.getElementById("main");
  const active = document.activeElement;
  if (!root) return () => {};
  const focus = active !== root && root.contains(active) && childPath(root, active);
  const frames = [...root.querySelectorAll(".table-frame")].map(({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop]);
  const folds = [...root.querySelectorAll("details")].map(({ open }) => open);
  return () => {
    root.querySelectorAll(".table-frame").forEach((frame, place) => {
      [frame.scrollLeft, frame.scrollTop] = frames[place] ?? [0, 0];
    });
    root.querySelectorAll("details").forEach((fold, place) => {
      fold.open = folds[place] ?? false;
    });
    const found = focus && document.activeElement === document.body && follow(root, focus);
    if (found?.tagName === active.tagName) found.focus({ preventScroll: true });
  };
}

let watching;

// Gives the focus to what a page or a panel begins with, as soon as it is there: its answer may take a moment.
// A reader who moves the focus meanwhile keeps it.
export function focusWhenThere(id) {
  watching?.disconnect();
  const from = document.activeElement;
  const attempt = () => {
    const found = document.getElementById(id);
    found?.focus();
    return Boolean(found);
  };
  const isMoved = () => ![from, document.body].includes(document.activeElement);
  requestAnimationFrame(() => {
    const main = document.getElementById("main");
    // The page may be gone by the next frame.
    if (!main || attempt()) return;
    watching = new MutationObserver((_, observer) => {
      if (isMoved() || attempt()) observer.disconnect();
    });
    watching.observe(main, { childList: true, subtree: true });
  });
}

// Whether the reader is just taking the focus elsewhere, be it to nothing: a press and Tab do so at once.
let isLeaving = false;
const leave = ({ type, key }) => {
  if (type === "keydown" && key !== "Tab") return;
  isLeaving = true;
  setTimeout(() => {
    isLeaving = false;
  });
};
for (const type of ["pointerdown", "mousedown", "keydown"]) addEventListener(type, leave, true);

// An element that is moved to another place among its neighbours loses the focus; here it gets it back, as soon
// as it is in its place: before another key can be pressed, which would go nowhere. A reader who presses or tabs
// elsewhere has meant to lose it. Returns what ends it.
export function keepFocus(root) {
  const hear = ({ target, relatedTarget }) => {
    if (relatedTarget || isLeaving) return;
    queueMicrotask(() => {
      const isLost = document.hasFocus() && document.activeElement === document.body;
      if (isLost && root.contains(target)) target.focus({ preventScroll: true });
    });
  };
  root.addEventListener("focusout", hear);
  return () => root.removeEventListener("focusout", hear);
}
