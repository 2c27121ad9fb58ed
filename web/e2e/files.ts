/** Files of contacts for the specs. Reserved domains and numbers only. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { binary } from "./pivotal.ts";

/**
 * A messy file as people have them, made by `pivotal sample`. A binary without that command gets a plainer file of the
 * same size, so that the story can be walked on any build.
 */
export function sampleFile(rows: number): string {
  const folder = mkdtempSync(join(tmpdir(), "pivotal-sample-"));
  const path = join(folder, "contacts.csv");
  try {
    const options = ["--rows", String(rows), "--dirt", "5", "--seed", "7", "--out", path];
    execFileSync(binary(), ["sample", ...options], { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
    if (!/unrecognized subcommand/.test(said)) throw new Error(`pivotal sample failed: ${said}`, { cause: error });
    writeFileSync(path, plainFile(rows));
    return path;
  }
  // `--out` may name a folder: then it is the largest file in it, the truth beside it being smaller.
  if (!statSync(path).isDirectory()) return path;
  const csvs = readdirSync(path).filter((name) => name.endsWith(".csv"));
  const [largest] = csvs.toSorted((a, b) => statSync(join(path, b)).size - statSync(join(path, a)).size);
  return join(path, largest ?? "");
}

const FIRST = ["Annika", "Beatriz", "Callum", "Elif", "Gregor", "Hanna", "Jeroen", "Klara", "Luca", "Marta"];
const LAST = ["Vester", "Falcão", "Reyes-Hart", "Karadeniz", "Steinacher", "Ekström", "van Dalfsen", "Novotná"];
const TITLES = ["VP Operations", "Director, Fleet", "Head of Logistics IT", "Procurement Manager", "Senior Planner"];
const COUNTRIES = ["Denmark", "Portugal", "United Kingdom", "Germany", "Austria", "Netherlands"];

const pick = <T>(list: readonly T[], index: number) => list[index % list.length] as T;
const quote = (cell: string) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** One row in twenty is dirty: a bad email, an earlier person again, or a cell too many. */
export function plainFile(rows: number): string {
  const lines = ["First name,Last name,Work email,Job title,Direct phone,Country,Company,Website,LinkedIn"];
  for (let index = 0; index < rows; index += 1) {
    const dirt = index % 20 === 19 ? ((index - 19) / 20) % 3 : null;
    const who = dirt === 1 ? index - 7 : index;
    const company = who % Math.max(5, Math.floor(rows / 12));
    const cells = [
      pick(FIRST, who),
      `${pick(LAST, Math.floor(who / 10))} ${who}`,
      dirt === 0 ? `person${who}(at)company${company}.test` : `person${who}@company${company}.test`,
      pick(TITLES, who),
      `+1 202 555 01${String(who % 100).padStart(2, "0")}`,
      pick(COUNTRIES, who),
      `Company ${company}`,
      `https://www.company${company}.test`,
      dirt === 0 ? "" : `https://www.linkedin.com/in/person-${who}`,
    ].map(quote);
    lines.push(dirt === 2 ? [...cells, "one", "too many"].join(",") : cells.join(","));
  }
  return `${lines.join("\n")}\n`;
}
