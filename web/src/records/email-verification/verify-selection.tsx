import { useMutation, useQueryClient } from "@tanstack/react-query";
import { MailCheck } from "lucide-react";
import { useNavigate } from "react-router";
import { Button } from "@/components/button.tsx";
import type { Selection } from "@/components/data-table/use-selection.ts";
import { toastFailed } from "@/components/toast.tsx";
import { startVerification } from "@/features/audience/email-verification/mutations.ts";
import { useMay } from "@/features/identity/me/queries.ts";
import type { ContactFilter } from "@/gql/graphql.ts";
import { messageOf } from "@/lib/api-error.ts";

/** In the bar of selected contacts: the rows picked by hand, or all that match, are verified on a page of their own. */
export function VerifySelection({ selection, filter }: { selection: Selection; filter: ContactFilter }) {
  const may = useMay("EMAILS_VERIFY");
  const client = useQueryClient();
  const navigate = useNavigate();
  const start = useMutation({
    mutationFn: () =>
      startVerification({
        ...(selection.matching ? { filter, except: [...selection.except] } : { ids: [...selection.ids] }),
        expected: selection.count,
      }),
    onSuccess: (id) => {
      selection.clear();
      void client.invalidateQueries({ queryKey: ["email-verifications"] });
      void navigate(id === null ? "/contacts/email-verifications" : `/contacts/email-verifications/${id}`);
    },
    onError: (error) => toastFailed(`Not begun. ${messageOf(error)}`, () => start.mutate()),
  });
  if (!may) return null;
  return (
    <Button variant="quiet" small icon={MailCheck} busy={start.isPending} onClick={() => start.mutate()}>
      Verify
    </Button>
  );
}
