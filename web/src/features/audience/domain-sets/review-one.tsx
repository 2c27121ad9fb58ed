import { ArrowLeftRight, Check, X } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { Badge } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { countOf } from "@/lib/format.ts";
import { ItemMarks } from "./item-columns.tsx";
import type { DomainSetItem } from "./queries.ts";
import { confidenceWords, resemblesWords } from "./words.ts";
import "@/components/card.css";

/** What the file says, and the account it may mean. */
export function ReviewOne({
  item,
  mayEdit,
  confirm,
  reject,
  choose,
}: {
  item: DomainSetItem;
  mayEdit: boolean;
  confirm: () => void;
  reject: () => void;
  choose: () => void;
}) {
  const resembles = resemblesWords(item.resembles);
  return (
    <section className="review-one" aria-label={`Is ${item.domain} ${item.account ?? "this account"}?`}>
      <div className="review-beside">
        <section className="card" aria-label="In the file">
          <h2 className="card-head t-14 semi">In the file</h2>
          <dl className="kv px-4 pb-4">
            <Line term="Domain" alike={item.likeness === "domain"}>
              <span className="mono">{item.domain}</span> <ItemMarks item={item} />
            </Line>
            {item.given ? (
              <Line term="Written as">
                <span className="mono">{item.given}</span>
              </Line>
            ) : null}
            <Line term="Company" alike={item.likeness === "name"}>
              {item.accountName ?? <span className="t-3">Not said</span>}
            </Line>
            {item.notes ? <Line term="Notes">{item.notes}</Line> : null}
            <Line term="Row">{String(item.number)}</Line>
          </dl>
        </section>
        <section className="card" aria-label="Account">
          <h2 className="card-head t-14 semi">
            Account
            {item.accountStatus === "stub" ? <Badge>Stub</Badge> : null}
            {item.accountStatus === "archived" ? <Badge tone="warning">Archived</Badge> : null}
          </h2>
          <dl className="kv px-4 pb-4">
            <Line term="Domain" alike={item.likeness === "domain"}>
              {item.accountDomain ? (
                <span className="mono">{item.accountDomain}</span>
              ) : (
                <span className="t-3">None</span>
              )}
            </Line>
            <Line term="Company" alike={item.likeness === "name"}>
              <Link className="link" to={`/accounts/${item.accountId ?? ""}`}>
                {item.account ?? "Unnamed account"}
              </Link>
            </Line>
            <Line term="Confidence">
              <span className="num">
                {typeof item.confidence === "number" ? confidenceWords(item.confidence) : "—"}
              </span>
            </Line>
          </dl>
        </section>
        <p className="t-2">
          {item.likeness === "name"
            ? "The companies are called nearly the same."
            : "The domains are a slip apart, or differ in their ending alone."}{" "}
          {resembles ?? ""}
          {item.contacts > 0
            ? ` ${countOf(item.contacts, "contact without an account has", "contacts without an account have")} an email at this domain.`
            : ""}
        </p>
      </div>
      {mayEdit ? (
        <div className="review-foot">
          <Button icon={ArrowLeftRight} keys="o" onClick={choose}>
            Another account
          </Button>
          <Button icon={X} keys="r" onClick={reject}>
            Not this account
          </Button>
          <Button variant="primary" icon={Check} keys="a" onClick={confirm}>
            Confirm
          </Button>
        </div>
      ) : null}
    </section>
  );
}

/** `alike`: this is why it was found. */
function Line({ term, alike, children }: { term: string; alike?: boolean; children: ReactNode }) {
  return (
    <div className="contents">
      <dt>{term}</dt>
      <dd className={alike ? "med" : ""}>{children}</dd>
    </div>
  );
}
