/** Files of contacts for the specs. Reserved domains and numbers only. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { binary } from "./pivotal.ts";

export interface Sample {
  path: string;
  /** What is known of the file before anybody reads it. */
  truth: { created: number; merged_in_file: number; rejected: number };
}

/** A messy file as people have them, and the truth beside it. */
export function sampleFile(rows: number): Sample {
  const folder = mkdtempSync(join(tmpdir(), "pivotal-sample-"));
  const options = ["--rows", String(rows), "--dirt", "5", "--seed", "7", "--out", folder];
  execFileSync(binary(), ["sample", ...options], { stdio: ["ignore", "ignore", "inherit"] });
  const truth = JSON.parse(readFileSync(join(folder, "truth.json"), "utf8")) as Sample["truth"];
  const { created, merged_in_file, rejected } = truth;
  return { path: join(folder, "contacts.csv"), truth: { created, merged_in_file, rejected } };
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
