/** Hits out of the lists' own search by words, in the shape of universal search, with what answers marked. */
import { accountPage } from "@/features/audience/accounts/queries.ts";
import { contactPage } from "@/features/audience/contacts/queries.ts";
import type { Piece, SearchGroup, SearchHit } from "./queries.ts";

interface Asked {
  text: string;
  first: number;
  archived: boolean;
  signal: AbortSignal;
}

type Found = SearchGroup & { stale: boolean };
type Field = { field: string; label: string; value: string | null | undefined };

export async function contactsFound({ text, first, archived, signal }: Asked): Promise<Found> {
  const filter = { q: text, archived: archived ? null : false };
  const { edges, stale } = await contactPage({ first: first + 1, filter, sort: null, signal });
  const hits = edges.slice(0, first).map(({ node }): SearchHit => {
    const title = node.fullName || node.email || "Unnamed contact";
    const below = [node.jobTitle, node.accountName].filter(Boolean).join(", ");
    const fields: Field[] = [
      { field: "email", label: "Email", value: node.email },
      { field: "direct_phone", label: "Direct phone", value: node.directPhone },
      { field: "account.domain", label: "Domain", value: node.accountDomain },
    ];
    return { kind: "CONTACT", id: node.id, title, archived: node.archived, ...marks(text, title, below, fields) };
  });
  return { kind: "CONTACT", hits, total: hits.length, more: edges.length > first, stale };
}

export async function accountsFound({ text, first, archived, signal }: Asked): Promise<Found> {
  const filter = { q: text, archived: archived ? null : false };
  const { edges, stale } = await accountPage({ first: first + 1, filter, sort: null, signal });
  const hits = edges.slice(0, first).map(({ node }): SearchHit => {
    const title = node.name || node.domain || "Unnamed account";
    const below = [node.name ? node.domain : null, node.hqCity].filter(Boolean).join(", ");
    const fields: Field[] = [{ field: "main_phone", label: "Main phone", value: node.mainPhone }];
    return { kind: "ACCOUNT", id: node.id, title, archived: node.archived, ...marks(text, title, below, fields) };
  });
  return { kind: "ACCOUNT", hits, total: hits.length, more: edges.length > first, stale };
}

function marks(text: string, title: string, below: string, fields: readonly Field[]) {
  const words = fold(text).split(/\s+/).filter(Boolean);
  const [titlePieces, subtitlePieces] = [piecesOf(title, words), below === "" ? [] : piecesOf(below, words)];
  const shown = [...titlePieces, ...subtitlePieces].some(({ hit }) => hit);
  const answers = fields.flatMap(({ field, label, value }) => {
    const pieces = value ? piecesOf(value, words) : [];
    return pieces.some(({ hit }) => hit) ? [{ field, label, pieces }] : [];
  });
  return { titlePieces, subtitlePieces, matched: shown ? null : (answers[0] ?? null) };
}

const fold = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** What begins with one of the words is marked. */
export function piecesOf(text: string, words: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  for (const part of text.split(/(?<=[\s@.\-_,/()]+)/)) {
    const word = words.find((one) => fold(part).startsWith(one));
    // Letters with their marks are one sign each here: as many as the word has are marked.
    const length = word === undefined ? 0 : word.length;
    if (length > 0) pieces.push({ text: part.slice(0, length), hit: true });
    if (part.length > length) pieces.push({ text: part.slice(length), hit: false });
  }
  return pieces;
}
