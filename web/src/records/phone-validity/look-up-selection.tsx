import { useQueryClient } from "@tanstack/react-query";
import { PhoneCall } from "lucide-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import { Button } from "@/components/button.tsx";
import type { Selection } from "@/components/data-table/use-selection.ts";
import { useMay } from "@/features/identity/me/queries.ts";
import type { AccountFilter, ContactFilter } from "@/gql/graphql.ts";
import { LookUpDialog } from "./look-up-dialog.tsx";

type Of =
  | { entity: "CONTACT"; selection: Selection; filter: ContactFilter }
  | { entity: "ACCOUNT"; selection: Selection; filter: AccountFilter };

/** In the bar of selected contacts or accounts: the rows picked by hand, or all that match, are looked up on a page of their own. */
export function LookUpSelection(props: Of) {
  const { entity, selection } = props;
  const may = useMay("PHONES_LOOK_UP");
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  if (!may) return null;
  const all = props.entity === "ACCOUNT" ? { accounts: props.filter } : { filter: props.filter };
  const audience = selection.matching ? { ...all, except: [...selection.except] } : { ids: [...selection.ids] };
  return (
    <>
      <Button variant="quiet" small icon={PhoneCall} onClick={() => setAsking(true)}>
        Look up phones
      </Button>
      {asking ? (
        <LookUpDialog
          what={{ entity, audience, count: selection.count }}
          onClose={() => setAsking(false)}
          onStarted={(id) => {
            setAsking(false);
            selection.clear();
            void client.invalidateQueries({ queryKey: ["phone-lookups"] });
            void navigate(id === null ? "/contacts/phone-lookups" : `/contacts/phone-lookups/${id}`);
          }}
        />
      ) : null}
    </>
  );
}
