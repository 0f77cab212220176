// Files as a reader gives them.

const quoted = (value, separator) =>
  /[\n\r"]/.test(value) || value.includes(separator) ? `"${value.replaceAll('"', '""')}"` : value;

// Rows as CSV, under the names of the first.
export function csvOf(rows, separator = ",") {
  const names = Object.keys(rows[0]);
  const line = (values) => values.map((value) => quoted(String(value ?? ""), separator)).join(separator);
  return [names, ...rows.map((row) => names.map((name) => row[name]))].map(line).join("\r\n");
}

// A file for a field of files.
export const fileOf = (name, content) => ({ name, mimeType: "text/plain", buffer: Buffer.from(content) });

// Drags a file over a part of the page; what is returned drops it there.
export async function drag(page, part, name, content) {
  const dataTransfer = await page.evaluateHandle(
    ([name, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], name));
      return transfer;
    },
    [name, content],
  );
  await part.dispatchEvent("dragover", { dataTransfer });
  return () => part.dispatchEvent("drop", { dataTransfer });
}

// What is kept of files on the device, by its names; with `forget` nothing any more.
export const filesKept = (page, { forget = false } = {}) => kept(page, "file.", forget);

// What is kept of the figures of connections of one's own.
export const figuresKept = (page) => kept(page, "figures.own-", false);

function kept(page, prefix, forget) {
  return page.evaluate(
    async ([prefix, forget]) => {
      const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
      const database = await done(indexedDB.open("heartline"));
      const kept = database.transaction("kept", "readwrite").objectStore("kept");
      const names = (await done(kept.getAllKeys())).filter((name) => name.startsWith(prefix));
      if (forget) await Promise.all(names.map((name) => done(kept.delete(name))));
      database.close();
      return names;
    },
    [prefix, forget],
  );
}
