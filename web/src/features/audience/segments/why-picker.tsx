import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Combobox } from "@/components/combobox.tsx";
import { accountPage } from "@/features/audience/accounts/queries.ts";
import { contactPage } from "@/features/audience/contacts/queries.ts";
import type { Entity } from "@/gql/graphql.ts";
import { useDebounced } from "@/lib/use-debounced.ts";
import { accountName } from "@/records/kinds/account-kind.ts";
import { contactName } from "@/records/kinds/contact-kind.ts";
import { nounsOf } from "./words.ts";

const OFFERED = 12;

/** Any record by name, to be told why it is in the segment or is not. */
export function WhyPicker({ entity, onPick }: { entity: Entity; onPick: (recordId: string) => void }) {
  const [words, setWords] = useState("");
  const q = useDebounced(words, 150);
  const { noun, nouns } = nounsOf(entity);
  const found = useQuery({
    queryKey: [nouns, "why-picker", q],
    queryFn: async ({ signal }) => {
      const request = { first: OFFERED, filter: q === "" ? {} : { q }, sort: null, signal };
      if (entity === "ACCOUNT") {
        const { edges } = await accountPage(request);
        return edges.map(({ node }) => ({ value: node.id, label: accountName(node) }));
      }
      const { edges } = await contactPage(request);
      return edges.map(({ node }) => ({
        value: node.id,
        label: [contactName(node), node.accountName].filter(Boolean).join(", "),
      }));
    },
    placeholderData: keepPreviousData,
  });
  return (
    <Combobox
      label={`Why is this ${noun} in it, or not?`}
      options={found.data ?? []}
      value={[]}
      onChange={([id]) => (id === undefined ? undefined : onPick(id))}
      onSearch={setWords}
      loading={found.isFetching}
      placeholder="Find by name"
    />
  );
}
