import { useQuery } from "@tanstack/react-query";
import { Scale } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/button.tsx";
import { Notice } from "@/components/notice.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { legalHoldsOfQuery } from "@/features/suppression/legal-holds/queries.ts";
import { standingWords } from "@/features/suppression/legal-holds/words.ts";
import { usePageActions } from "@/shell/actions.ts";

const PlaceDialog = lazy(async () => ({
  default: (await import("@/features/suppression/legal-holds/place-dialog.tsx")).PlaceDialog,
}));
const HoldDialog = lazy(async () => ({
  default: (await import("@/features/suppression/legal-holds/hold-dialog.tsx")).HoldDialog,
}));

interface NoticeProps {
  entity: "CONTACT" | "ACCOUNT";
  id: string;
  name: string;
}

/** On a record's page: that nothing of it may be deleted, and for which case; the palette offers to hold it. */
export function LegalHoldNotice(props: NoticeProps) {
  return useMay("RETENTION_VIEW") ? <Shown {...props} /> : null;
}

function Shown({ entity, id, name }: NoticeProps) {
  const { data = [] } = useQuery(legalHoldsOfQuery(entity, id));
  const mayManage = useMay("RETENTION_MANAGE");
  const [open, setOpen] = useState<"place" | "first" | null>(null);
  usePageActions(
    mayManage
      ? [
          {
            id: "legal-hold-record",
            label: "Place a legal hold",
            icon: Scale,
            group: "On this record",
            run: () => setOpen("place"),
          },
        ]
      : [],
  );
  const standing = data.filter((hold) => hold.standing);
  const [first] = standing;
  const close = () => setOpen(null);
  return (
    <>
      {first === undefined ? null : (
        <div className="record-notice" data-testid="legal-hold">
          <Notice
            tone="warning"
            title={`Legal hold: ${standingWords(standing)}`}
            action={
              <Button small onClick={() => setOpen("first")}>
                Why
              </Button>
            }
          />
        </div>
      )}
      <Suspense>
        {open === "place" ? <PlaceDialog record={{ entity, id, name }} onClose={close} /> : null}
        {open === "first" && first !== undefined ? <HoldDialog hold={first} onClose={close} /> : null}
      </Suspense>
    </>
  );
}
