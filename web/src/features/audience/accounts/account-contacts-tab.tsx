import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { Button } from "@/components/button.tsx";
import { LoadError } from "@/components/notice.tsx";
import { AccountContacts } from "./account-contacts.tsx";
import { PeopleMatrixCard } from "./account-people.tsx";
import { accountPeopleQuery } from "./page-queries.ts";
import { choiceFilter, type PeopleChoice } from "./people-matrix.ts";

/** The people of a company: how many of which kind, and below them who they are. The choice is in the address. */
export function AccountContactsTab({ accountId, total }: { accountId: string; total: number }) {
  const [params, setParams] = useSearchParams();
  const people = useQuery(accountPeopleQuery(accountId));
  const choice: PeopleChoice = { seniority: params.get("seniority"), department: params.get("department") };
  const choose = (next: PeopleChoice) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [key, value] of Object.entries(next) as [string, string | null][]) {
          if (value === null) after.delete(key);
          else after.set(key, value);
        }
        return after;
      },
      { replace: true },
    );
  const where = choiceFilter(choice);
  return (
    <div className="flex flex-col gap-3 px-5 py-4">
      {people.isError ? (
        <LoadError what="The overview of its people" error={people.error} retry={() => void people.refetch()} />
      ) : people.data === undefined ? null : (
        <PeopleMatrixCard people={people.data} choice={choice} onChoose={choose} />
      )}
      {where === undefined ? null : (
        <Button
          small
          variant="quiet"
          className="self-start"
          onClick={() => choose({ seniority: null, department: null })}
        >
          Show everybody
        </Button>
      )}
      <AccountContacts accountId={accountId} total={total} where={where} />
    </div>
  );
}
