// What a page is on paper: it is printed for real, and the sheets are read.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { PYTHON } from "./python.mjs";

const READ = `
import io, json, sys, unicodedata
from pypdf import PdfReader
sheets = PdfReader(io.BytesIO(sys.stdin.buffer.read())).pages
print(json.dumps([
    {
        "text": " ".join(unicodedata.normalize("NFKC", sheet.extract_text()).split()),
        "wide": sheet.mediabox.width > sheet.mediabox.height,
        "pictures": len(sheet.images),
    }
    for sheet in sheets
]))
`;

// The sheets of a page: what stands on each, in the order it is drawn, whether it lies on its side, and
// how many pictures it has.
export async function print(page) {
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true, printBackground: true });
  return JSON.parse(execFileSync(join(PYTHON, "python"), ["-c", READ], { input: pdf, encoding: "utf8" }));
}

// All that stands on some sheets.
export const textOf = (sheets) => sheets.map(({ text }) => text).join(" ");

// How often a text stands on some sheets, however its lines are broken.
const unbroken = (text) => text.replaceAll(/\s+/g, "");
export const times = (sheets, text) => unbroken(textOf(sheets)).split(unbroken(text)).length - 1;
