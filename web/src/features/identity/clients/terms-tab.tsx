import { useQuery } from "@tanstack/react-query";
import { FileText, PenLine } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { Empty } from "@/components/empty.tsx";
import { LoadError } from "@/components/notice.tsx";
import { formatMoment } from "@/lib/format.ts";
import { type Client, type ClientRecord, type ClientTerms, clientHistoryQuery } from "./queries.ts";
import { TermsDialog } from "./terms-dialog.tsx";
import { termsLines } from "./terms.ts";

/** What an order of this client starts from, and what it was before. */
export function Terms({ client, record, change }: { client: Client; record: ClientRecord; change: boolean }) {
  const [editing, setEditing] = useState(false);
  const edit = change ? (
    <Button icon={PenLine} onClick={() => setEditing(true)}>
      {record.terms ? "Change the terms" : "Set the terms"}
    </Button>
  ) : undefined;
  return (
    <>
      {record.terms ? (
        <Card title="Default terms" sub={`Version ${record.termsVersion}`} aside={edit}>
          <Lines terms={record.terms} />
        </Card>
      ) : (
        <Empty icon={FileText} title="No terms yet" actions={edit}>
          Orders start from these: pacing, price, caps, duplicates and returns. Each order keeps its own copy.
        </Empty>
      )}
      {record.termsVersion > 1 ? <Earlier client={client} current={record.termsVersion} /> : null}
      {editing ? <TermsDialog client={client} record={record} onClose={() => setEditing(false)} /> : null}
    </>
  );
}

function Earlier({ client, current }: { client: Client; current: number }) {
  const query = useQuery(clientHistoryQuery(client.id));
  if (query.isError) return <LoadError what="Earlier terms" error={query.error} retry={() => void query.refetch()} />;
  const versions = (query.data ?? []).flatMap((act) =>
    act.terms && act.termsVersion && act.termsVersion < current ? [{ ...act, terms: act.terms }] : [],
  );
  return versions.map((act) => (
    <Card
      key={act.position}
      title={`Version ${act.termsVersion}`}
      sub={[formatMoment(act.at), act.actorName ?? "Pivotal"].join(" · ")}
    >
      <Lines terms={act.terms} />
    </Card>
  ));
}

function Lines({ terms }: { terms: ClientTerms }) {
  return (
    <dl className="kv">
      {termsLines(terms).map(([label, value]) => (
        <div key={label} className="contents">
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
