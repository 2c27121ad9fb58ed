// House rules that no linter knows: file sizes, no barrels, no feature importing another feature's inside.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const problems = [];

function* files(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) {
      if (path !== join("src", "gql")) yield* files(path);
    } else if (/\.tsx?$/.test(name)) yield path;
  }
}

/** What other features may import of a feature: its reads and its public types, never its pages or parts. */
const PUBLIC = /\/(queries|mutations)\.ts$/;

for (const path of files("src")) {
  const text = readFileSync(path, "utf8");
  const lines = text.split("\n").length;
  if (lines > 400) problems.push(`${path}: ${lines} lines, split it (limit 400)`);
  if (/(^|\/)index\.tsx?$/.test(path)) problems.push(`${path}: barrels are not used, import from the defining file`);
  const own = /^src\/features\/([^/]+\/[^/]+)\//.exec(path)?.[1];
  if (own !== undefined) {
    for (const [, target] of text.matchAll(/from "@\/(features\/[^"]+)"/g)) {
      if (!target.startsWith(`features/${own}/`) && !PUBLIC.test(target)) {
        problems.push(`${path}: imports the inside of another feature (${target})`);
      }
    }
  }
}

if (problems.length > 0) {
  process.stderr.write(`${problems.join("\n")}\n`);
  process.exit(1);
}
