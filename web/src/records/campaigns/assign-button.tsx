/** Among the acts of a page: makes its audience a source of a campaign that is a draft, or begins one with it. */
import { Megaphone } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/button.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import type { AudienceSourceInput } from "@/gql/graphql.ts";
import { usePageActions } from "@/shell/actions.ts";

const AssignDialog = lazy(async () => ({ default: (await import("./assign-dialog.tsx")).AssignDialog }));

export function AssignButton({
  source,
  what,
  blocked,
}: {
  source: AudienceSourceInput;
  /** "The list Fleet". */
  what: string;
  /** Why it cannot be used now. */
  blocked?: string | undefined;
}) {
  const may = useMay("CAMPAIGNS_EDIT");
  const [open, setOpen] = useState(false);
  const start = () => (blocked === undefined ? setOpen(true) : undefined);
  usePageActions(
    may && blocked === undefined
      ? [
          {
            id: "assign-to-campaign",
            label: "Assign to a campaign",
            icon: Megaphone,
            group: "On this page",
            run: start,
          },
        ]
      : [],
  );
  if (!may) return null;
  return (
    <>
      <Button
        icon={Megaphone}
        aria-label="Assign to campaign"
        data-testid="assign-to-campaign"
        disabledReason={blocked}
        onClick={start}
      >
        <span className="max-md:hidden">Assign to campaign</span>
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <AssignDialog source={source} what={what} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
