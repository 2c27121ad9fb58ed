import { Plus, X } from "lucide-react";
import { useState } from "react";
import { Badge } from "@/components/badge.tsx";
import { Button, IconButton } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { fieldValues } from "@/lib/json.ts";
import { useReadOnlyReason } from "@/records/overview.tsx";
import { Refusal } from "@/records/provenance/field-origins.tsx";
import type { RecordBase } from "@/records/record-kind.ts";
import { useRecordActions } from "@/records/use-record-actions.ts";
import { accountKind } from "@/records/kinds/account-kind.ts";
import "./account-page.css";

/** By which domains its people are known. Each belongs to one account only. */
export function AccountDomains({ account }: { account: RecordBase }) {
  const { save } = useRecordActions(accountKind);
  const blocked = useReadOnlyReason(accountKind, account);
  const [draft, setDraft] = useState("");
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const values = fieldValues(account.fields);
  const main = typeof values.domain === "string" ? values.domain : null;
  const held = Array.isArray(values.alternate_domains) ? values.alternate_domains.map(String) : [];
  const write = async (domains: string[]): Promise<boolean> => {
    setBusy(true);
    setRefused(null);
    try {
      await save(account, { alternate_domains: domains.length === 0 ? null : domains }, "Other domains");
      return true;
    } catch (error) {
      setRefused(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const add = async () => {
    const domain = draft.trim();
    if (domain !== "" && !busy && (await write([...held, domain]))) setDraft("");
  };
  return (
    <Card title="Domains">
      <ul className="account-domains">
        {main === null ? null : (
          <li>
            <span className="mono clip">{main}</span>
            <Badge>Main</Badge>
          </li>
        )}
        {held.map((domain) => (
          <li key={domain}>
            <span className="mono clip">{domain}</span>
            {blocked === undefined ? (
              <IconButton
                label={`Remove ${domain}`}
                icon={X}
                className="ml-auto"
                onClick={() => void write(held.filter((one) => one !== domain))}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {main === null && held.length === 0 ? <p className="t-3">None yet.</p> : null}
      {blocked === undefined ? (
        <form
          className="row mt-2"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <input
            className="input mono"
            aria-label="Another domain"
            placeholder="another-domain.com"
            value={draft}
            onChange={(event) => setDraft(event.target.value)}
          />
          <Button small type="submit" icon={Plus} busy={busy}>
            Add
          </Button>
        </form>
      ) : null}
      {refused === null ? null : <Refusal error={refused} path={accountKind.path} />}
    </Card>
  );
}
