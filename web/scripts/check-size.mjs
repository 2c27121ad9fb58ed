// Budget: everything the shell loads after login, gzipped. Reads the manifest of the last build.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const LIMIT_KB = 250;
const manifest = JSON.parse(readFileSync("dist/.vite/manifest.json", "utf8"));
const seen = new Set();

function collect(key) {
  const chunk = manifest[key];
  if (chunk === undefined || seen.has(chunk.file)) return;
  seen.add(chunk.file);
  for (const other of chunk.imports ?? []) collect(other);
}

collect("index.html");
collect("src/features/home/dashboard/dashboard-page.tsx");
let total = 0;
for (const file of seen) {
  const size = gzipSync(readFileSync(`dist/${file}`)).length;
  total += size;
  process.stdout.write(`${(size / 1000).toFixed(1).padStart(8)} KB  ${file}\n`);
}
process.stdout.write(`${(total / 1000).toFixed(1).padStart(8)} KB  shell and dashboard, gzip (limit ${LIMIT_KB})\n`);
if (total > LIMIT_KB * 1000) process.exit(1);
