import { useQuery } from "@tanstack/react-query";
import { Ban } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Link } from "react-router";
import { Button } from "@/components/button.tsx";
import { Notice } from "@/components/notice.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import type { Entity } from "@/gql/graphql.ts";
import { usePageActions } from "@/shell/actions.ts";
import { suppressionsOfQuery } from "@/features/suppression/suppressions/queries.ts";
import { suppressedWords } from "@/features/suppression/suppressions/words.ts";

const AddDialog = lazy(async () => ({
  default: (await import("@/features/suppression/suppressions/add-dialog.tsx")).AddDialog,
}));
const ReleaseDialog = lazy(async () => ({
  default: (await import("@/features/suppression/suppressions/release-dialog.tsx")).ReleaseDialog,
}));

interface NoticeProps {
  entity: Entity;
  id: string;
  /** What "suppress" begins with: the record's own keys, one per line. */
  keys: string;
}

/** On a record's page: that it must not be contacted, and why; the palette offers to suppress it. */
export function SuppressionNotice(props: NoticeProps) {
  return useMay("SUPPRESSIONS_VIEW") ? <Shown {...props} /> : null;
}

function Shown({ entity, id, keys }: NoticeProps) {
  const { data = [] } = useQuery(suppressionsOfQuery(entity, id));
  const mayAdd = useMay("SUPPRESSIONS_ADD");
  const mayRelease = useMay("SUPPRESSIONS_RELEASE");
  const [open, setOpen] = useState<"add" | "release" | null>(null);
  usePageActions(
    mayAdd && keys !== ""
      ? [{ id: "suppress-record", label: "Suppress", icon: Ban, group: "On this record", run: () => setOpen("add") }]
      : [],
  );
  const active = data.filter(({ standing }) => standing === "ACTIVE");
  const [first] = active;
  const close = () => setOpen(null);
  return (
    <>
      {first === undefined ? null : (
        <div className="record-notice" data-testid="suppressed">
          <Notice
            tone="danger"
            title={`Suppressed: ${suppressedWords(active)}`}
            action={
              <span className="row gap-1">
                <Link className="btn btn-sm" to={`/suppressions/${first.id}`}>
                  {active.length === 1 ? "Why" : "Why the first"}
                </Link>
                {mayRelease && active.length === 1 ? (
                  <Button small onClick={() => setOpen("release")}>
                    Release
                  </Button>
                ) : null}
              </span>
            }
          />
        </div>
      )}
      <Suspense>
        {open === "add" ? <AddDialog start={keys} onClose={close} /> : null}
        {open === "release" && first !== undefined ? <ReleaseDialog suppression={first} onClose={close} /> : null}
      </Suspense>
    </>
  );
}
