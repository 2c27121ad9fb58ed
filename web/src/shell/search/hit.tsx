import { Avatar } from "@/components/avatar.tsx";
import { Badge } from "@/components/badge.tsx";
import { Icon } from "@/components/icon.tsx";
import { audienceIcon, audienceWords } from "./audiences.ts";
import { kindOfHit } from "./kinds.ts";
import type { AudienceHit, OpenedRecord, Piece, SearchHit } from "./queries.ts";

/** A text with what was looked for marked in it. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  let at = 0;
  return pieces.map(({ text, hit }) => {
    const key = at;
    at += text.length;
    return hit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
  });
}

const textOf = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join("");
const COMPARED = /email|phone|domain|url|website|linkedin/;

/** What answers best, unless it is in sight already. */
function elsewhere({ titlePieces, subtitlePieces, matched }: SearchHit): SearchHit["matched"] {
  if (!matched) return null;
  const value = textOf(matched.pieces);
  return textOf(titlePieces).includes(value) || textOf(subtitlePieces).includes(value) ? null : matched;
}

/** A hit in two lines: what it is called, what tells it from others, and the value that answers where that is neither. */
export function HitBody({ hit }: { hit: SearchHit }) {
  const matched = elsewhere(hit);
  return (
    <>
      <Avatar name={hit.title} square={kindOfHit(hit.kind).square} />
      <span className="hit-words">
        <span className="row gap-1.5">
          <span className="med clip">
            <Pieces pieces={hit.titlePieces} />
          </span>
          {hit.archived ? <Badge>Archived</Badge> : null}
        </span>
        {hit.subtitlePieces.length === 0 ? null : (
          <span className="t-12 t-2 clip">
            <Pieces pieces={hit.subtitlePieces} />
          </span>
        )}
      </span>
      {matched ? (
        <span className="hit-match t-12" title={`${matched.label}: ${textOf(matched.pieces)}`}>
          <span className="t-3">{matched.label}</span>
          <span className={`clip ${COMPARED.test(matched.field) ? "mono" : ""}`}>
            <Pieces pieces={matched.pieces} />
          </span>
        </span>
      ) : null}
    </>
  );
}

/** A segment, a list or a domain set: its name, and what it is. */
export function AudienceBody({ hit }: { hit: AudienceHit }) {
  return (
    <>
      <span className="hit-icon">
        <Icon as={audienceIcon(hit)} />
      </span>
      <span className="hit-words">
        <span className="row gap-1.5">
          <span className="med clip">
            <Pieces pieces={hit.namePieces} />
          </span>
          {hit.archived ? <Badge>Archived</Badge> : null}
        </span>
        <span className="t-12 t-2 clip">{audienceWords(hit)}</span>
      </span>
    </>
  );
}

export function OpenedBody({ record }: { record: OpenedRecord }) {
  return (
    <>
      <Avatar name={record.title} square={kindOfHit(record.kind).square} />
      <span className="hit-words">
        <span className="row gap-1.5">
          <span className="med clip">{record.title}</span>
          {record.archived ? <Badge>Archived</Badge> : null}
        </span>
        {record.subtitle === "" ? null : <span className="t-12 t-2 clip">{record.subtitle}</span>}
      </span>
    </>
  );
}
