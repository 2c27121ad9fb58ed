/** What changed between two texts, line by line. */

export interface ComparedLine {
  kind: "same" | "gone" | "new";
  text: string;
  /** Counted from 1 in the text it is in; of the newer one where it is in both. */
  line: number;
}

/** More lines than this are compared as a whole: the table below grows with their product. */
const MOST = 3_000;

/** The longest common subsequence keeps its place; the rest went or came. */
export function compareLines(before: string, after: string): ComparedLine[] {
  const old = before.split("\n");
  const now = after.split("\n");
  if (old.length > MOST || now.length > MOST) {
    if (before === after) return now.map((text, at) => ({ kind: "same", text, line: at + 1 }));
    const gone = old.map((text, at): ComparedLine => ({ kind: "gone", text, line: at + 1 }));
    return [...gone, ...now.map((text, at): ComparedLine => ({ kind: "new", text, line: at + 1 }))];
  }
  const width = now.length + 1;
  // How many lines the rests have in common, from each pair of places on.
  const common = new Uint16Array((old.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: ComparedLine[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      lines.push({ kind: "same", text: now[j] ?? "", line: j + 1 });
      i += 1;
      j += 1;
    } else if (i < old.length && (j === now.length || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ kind: "gone", text: old[i] ?? "", line: i + 1 });
      i += 1;
    } else {
      lines.push({ kind: "new", text: now[j] ?? "", line: j + 1 });
      j += 1;
    }
  }
  return lines;
}

/** Only what changed, with a few lines around it; null stands for what is left out. */
export function around(lines: readonly ComparedLine[], near = 3): (ComparedLine | null)[] {
  const shown = lines.map((_, at) =>
    lines.slice(Math.max(0, at - near), at + near + 1).some((one) => one.kind !== "same"),
  );
  const found: (ComparedLine | null)[] = [];
  for (const [at, line] of lines.entries()) {
    if (shown[at]) found.push(line);
    else if (found.at(-1) !== null) found.push(null);
  }
  return found;
}
