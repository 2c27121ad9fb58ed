/** Universal search over the mock's world: words that begin words, with what answers marked. No index, no typing slips. */
import type { Fields, MockRecord, World } from "./world.ts";

type Kind = "CONTACT" | "ACCOUNT";
interface SearchArgs {
  text: string;
  kinds?: Kind[] | null;
  first?: number | null;
  archived?: boolean;
}

const MANY = 1000;
const fold = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
const CONTACT = ["full_name", "email", "job_title", "city", "direct_phone"];
const ACCOUNT = ["name", "domain", "hq_city", "industry"];

/** A text in pieces; those that begin with one of the words are marked. */
function pieces(text: string, words: readonly string[]) {
  const found: { text: string; hit: boolean }[] = [];
  for (const part of text.split(/(?<=[\s@.\-,])/)) {
    const word = words.find((one) => fold(part).startsWith(one));
    if (word === undefined) found.push({ text: part, hit: false });
    else {
      found.push({ text: part.slice(0, word.length), hit: true });
      if (part.length > word.length) found.push({ text: part.slice(word.length), hit: false });
    }
  }
  return found;
}

export function searchResolver(
  world: World,
  mayView: (kind: Kind) => boolean,
  labelOf: (kind: Kind, key: string) => string,
) {
  const textOf = (fields: Fields, key: string) => (typeof fields[key] === "string" ? (fields[key] as string) : "");
  const hitOf = (kind: Kind, row: MockRecord, words: readonly string[]) => {
    const company = world.accounts.find(({ id }) => id === row.accountId)?.fields;
    const contact = kind === "CONTACT";
    const title = contact
      ? textOf(row.fields, "full_name") || textOf(row.fields, "email")
      : textOf(row.fields, "name") || textOf(row.fields, "domain");
    const parts = contact
      ? [textOf(row.fields, "job_title"), company === undefined ? "" : textOf(company, "name")]
      : [textOf(row.fields, "domain"), textOf(row.fields, "hq_city")];
    const subtitle = parts.filter((part) => part !== "").join(", ");
    const field = (contact ? CONTACT : ACCOUNT).find((key) =>
      pieces(textOf(row.fields, key), words).some(({ hit }) => hit),
    );
    return {
      kind,
      id: row.id,
      title,
      subtitle: subtitle === "" ? null : subtitle,
      titlePieces: pieces(title, words),
      subtitlePieces: subtitle === "" ? [] : pieces(subtitle, words),
      matched:
        field === undefined
          ? null
          : { field, label: labelOf(kind, field), pieces: pieces(textOf(row.fields, field), words) },
      archived: row.archived,
    };
  };
  return ({ text, kinds, first, archived }: SearchArgs) => {
    const words = fold(text).split(/\s+/).filter(Boolean);
    const wanted = (kinds ?? ["CONTACT", "ACCOUNT"]).filter(mayView);
    return {
      stale: false,
      groups: wanted.map((kind) => {
        const [rows, keys] = kind === "CONTACT" ? [world.contacts, CONTACT] : [world.accounts, ACCOUNT];
        const found: MockRecord[] = [];
        for (const row of rows) {
          if (row.erased || (row.archived && archived !== true)) continue;
          const parts = fold(keys.map((key) => textOf(row.fields, key)).join(" ")).split(/[\s@.\-,]/);
          if (words.length > 0 && words.every((word) => parts.some((part) => part.startsWith(word)))) found.push(row);
          if (found.length === MANY) break;
        }
        const hits = found.slice(0, first ?? 8).map((row) => hitOf(kind, row, words));
        return { kind, hits, total: found.length, more: found.length === MANY };
      }),
    };
  };
}
