import { Button } from "@/components/button.tsx";
import { Dialog } from "@/components/dialog.tsx";
import { AudienceHistory } from "@/records/audience-history/audience-history.tsx";
import type { List } from "./queries.ts";

/** What happened to the list itself: made, renamed, shared, archived. */
export function HistoryDialog({ list, onClose }: { list: List; onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title="History" description={list.name} width={560}>
      <div className="dialog-body">
        <AudienceHistory of="list" id={list.id} />
      </div>
      <div className="dialog-foot">
        <Button onClick={onClose}>Close</Button>
      </div>
    </Dialog>
  );
}
