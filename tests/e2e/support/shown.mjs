// What a page shows, as plain data: to compare two pages, or to look for what should not be there.

// Every text of the page's content in order, with what is said of pictures.
export function texts(page, root = "main") {
  return page.locator(root).evaluate((element) => {
    const found = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const text = node.nodeType === Node.TEXT_NODE ? node.data : node.getAttribute("aria-label");
      if (text?.trim()) found.push(text.trim());
    }
    return found;
  });
}

// How the page's controls stand: what is chosen, typed, ticked, pressed.
export function controls(page) {
  return page.evaluate(() => {
    const say = (element) => element.ariaPressed ?? (element.type === "checkbox" ? element.checked : element.value);
    return [...document.querySelectorAll("select, input, [aria-pressed]")].map(say);
  });
}

// Texts and controls together: two pages that agree in them show the same.
export async function everything(page) {
  return { texts: await texts(page), controls: await controls(page) };
}

// The card with a title.
export function card(page, title) {
  return page.locator("section.card").filter({ has: page.getByRole("heading", { name: title, exact: true }) });
}

// The row that begins with a name, in the page or in a part of it.
export function row(part, name) {
  const page = part.page?.() ?? part;
  return part.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
}
