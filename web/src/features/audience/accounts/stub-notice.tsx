import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { Button } from "@/components/button.tsx";
import { Notice } from "@/components/notice.tsx";
import { countOf } from "@/lib/format.ts";
import { useReadOnlyReason } from "@/records/overview.tsx";
import { Refusal } from "@/records/provenance/field-origins.tsx";
import type { RecordBase } from "@/records/record-kind.ts";
import { useRecordActions } from "@/records/use-record-actions.ts";
import { accountKind } from "@/records/kinds/account-kind.ts";
import { accountCount } from "./queries.ts";

/** As the list of accounts has it in its address. */
export const STUBS = { field: "status", op: "equals", value: "stub" };
export const STUBS_LINK = `/accounts?filter=${encodeURIComponent(JSON.stringify({ all: [STUBS] }))}`;

/** An account that goes by its domain because nobody has said what it is called: named here, it is one no more. */
export function StubNotice({ account }: { account: RecordBase & { status: string; name?: string | null } }) {
  const { save } = useRecordActions(accountKind);
  const blocked = useReadOnlyReason(accountKind, account);
  const [name, setName] = useState("");
  const [refused, setRefused] = useState<unknown>(null);
  if (account.status !== "stub") return null;
  const give = async () => {
    if (name.trim() === "") return;
    setRefused(null);
    try {
      await save(account, { name: name.trim() }, "Name");
    } catch (error) {
      setRefused(error);
    }
  };
  return (
    <div className="record-notice">
      <Notice tone="warning" title="Made from a domain, and not looked at yet">
        <p>
          An import knew nothing of this company but its domain. Say what it is called, or archive it.{" "}
          <Link className="link" to={STUBS_LINK}>
            All stubs
          </Link>
        </p>
        {blocked === undefined ? (
          <form
            className="row mt-2 flex-wrap"
            onSubmit={(event) => {
              event.preventDefault();
              void give();
            }}
          >
            <input
              className="input max-w-80"
              aria-label="Name of the company"
              placeholder="Name of the company"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
            <Button small type="submit" variant="primary">
              Save the name
            </Button>
          </form>
        ) : null}
        {refused === null ? null : <Refusal error={refused} path={accountKind.path} />}
      </Notice>
    </div>
  );
}

/** Above the list, while there are any that wait. */
export function StubsWaiting({ hidden }: { hidden: boolean }) {
  const { data } = useQuery({
    queryKey: ["accounts", "count", "stubs"],
    queryFn: ({ signal }) => accountCount({ archived: false, status: "stub" }, signal),
    enabled: !hidden,
  });
  if (hidden || data === undefined || data === 0) return null;
  return (
    <div className="px-5 pb-2">
      <Notice
        tone="info"
        title={`${countOf(data, "account was", "accounts were")} made from a domain and ${data === 1 ? "has" : "have"} no name of ${data === 1 ? "its" : "their"} own`}
        action={
          <Link className="btn btn-sm" to={STUBS_LINK}>
            Review them
          </Link>
        }
      />
    </div>
  );
}
