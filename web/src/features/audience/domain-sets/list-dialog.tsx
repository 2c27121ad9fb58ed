import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { RadioField } from "@/components/radio-field.tsx";
import { domainSetToList } from "@/features/audience/lists/mutations.ts";
import { useMay } from "@/features/identity/me/queries.ts";
import { countOf } from "@/lib/format.ts";
import { MakeListDialog } from "@/records/lists/make-list-dialog.tsx";
import { peopleFilter } from "./people.tsx";
import { DOMAIN_SETS, type DomainSet, figuresQuery, personCount } from "./queries.ts";

/** The accounts that were found, or their people as the tab shows them, in a list that the set does not move any more. */
export function ListDialog({ set, onClose }: { set: DomainSet; onClose: () => void }) {
  const [params] = useSearchParams();
  const seesPeople = useMay("CONTACTS_VIEW");
  const filter = peopleFilter(params);
  const [entity, setEntity] = useState<"ACCOUNT" | "CONTACT">(params.get("tab") === "people" ? "CONTACT" : "ACCOUNT");
  const accounts = useQuery(figuresQuery(set.id)).data?.report?.accounts ?? null;
  const people = useQuery({
    queryKey: [DOMAIN_SETS, "list", set.id, filter],
    queryFn: ({ signal }) => personCount({ id: set.id, filter }, signal),
    enabled: seesPeople,
  });
  const narrowed = filter.title !== null || filter.seniority.length > 0 || filter.department.length > 0;
  const hint = narrowed || filter.withEmail || filter.fuzzy ? { hint: "Those that the people are narrowed to" } : {};
  const count = entity === "ACCOUNT" ? accounts : (people.data ?? null);
  return (
    <MakeListDialog
      entity={entity}
      name={set.name}
      description={`What “${set.name}” was matched with now. The list stays as it is made when the set is matched again.`}
      fields={["contacts"]}
      make={(said) =>
        domainSetToList({
          id: set.id,
          entity,
          contacts: entity === "CONTACT" ? filter : null,
          expected: count,
          ...said,
        })
      }
      onClose={onClose}
    >
      {() => (
        <RadioField
          label="A list of"
          name="entity"
          value={entity}
          onChange={setEntity}
          options={[
            { value: "ACCOUNT", label: accounts === null ? "Accounts" : countOf(accounts, "account", "accounts") },
            ...(seesPeople
              ? [
                  {
                    value: "CONTACT" as const,
                    label: people.data === undefined ? "Their contacts" : countOf(people.data, "contact", "contacts"),
                    ...hint,
                  },
                ]
              : []),
          ]}
        />
      )}
    </MakeListDialog>
  );
}
