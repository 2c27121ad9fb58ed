import { useMutation } from "@tanstack/react-query";
import { Eye } from "lucide-react";
import { Button } from "@/components/button.tsx";
import { Icon } from "@/components/icon.tsx";
import { toastFailed } from "@/components/toast.tsx";
import { useMe } from "@/features/identity/me/queries.ts";
import { graphql } from "@/gql/gql.ts";
import { messageOf } from "@/lib/api-error.ts";
import { formatMoment } from "@/lib/format.ts";
import { accepted, execute } from "@/lib/graphql.ts";
import { forgetView, leaveView, viewedClient } from "@/lib/viewing.ts";

const END = graphql(`
  mutation ClientViewEnd($id: UUID!) {
    clientViewEnd(id: $id) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

/** Over every page while somebody of ours sees what a client's people see; the way out is always in sight. */
export function ViewingBanner() {
  const me = useMe();
  const client = viewedClient();
  const leave = useMutation({
    // As oneself: who views as a client changes nothing, not even this.
    mutationFn: async (id: string) => {
      forgetView();
      accepted((await execute(END, { id })).clientViewEnd);
    },
    onError: (error) => toastFailed(`The view ends by itself. ${messageOf(error)}`),
    onSettled: (_data, _error, id) => leaveView(id),
  });
  if (client === null || me.viewingUntil === null || me.viewingUntil === undefined) return null;
  return (
    <div role="status" aria-label="Viewing as a client" className="viewing">
      <Icon as={Eye} />
      <p className="grow min-w-0">
        <b className="med">You see what {me.client?.name ?? "this client"} sees.</b>{" "}
        <span className="max-md:hidden">Nothing can be changed. It ends at {formatMoment(me.viewingUntil)}.</span>
      </p>
      <Button small busy={leave.isPending} onClick={() => leave.mutate(client)}>
        Leave the view
      </Button>
    </div>
  );
}
