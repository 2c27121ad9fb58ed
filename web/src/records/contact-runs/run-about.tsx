import type { ReactNode } from "react";
import { Link } from "react-router";
import { Card } from "@/components/card.tsx";
import { formatCount, sentence } from "@/lib/format.ts";
import { type ContactRun, overOf } from "./run.ts";

/** What the run looked at, and how much of it was known from before. `children`: who was asked, as terms and descriptions. */
export function RunAbout({ one, title, children }: { one: ContactRun; title: string; children: ReactNode }) {
  return (
    <Card title={title}>
      <dl className="kv">
        {children}
        <dt>Known from before</dt>
        <dd>{one.again ? "Asked anew" : knownWords(one.counts.known)}</dd>
        <dt>{sentence(overOf(one))} changed</dt>
        <dd className="num">{formatCount(one.counts.changed)}</dd>
        {one.importId ? (
          <>
            <dt>Import</dt>
            <dd>
              <Link className="link" to={`/contacts/imports/${one.importId}`}>
                Open the import
              </Link>
            </dd>
          </>
        ) : null}
      </dl>
    </Card>
  );
}

function knownWords(known: number): string {
  return known === 0 ? "None" : `${formatCount(known)}, not asked again`;
}
