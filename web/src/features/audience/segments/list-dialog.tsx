import { useState } from "react";
import { useSearchParams } from "react-router";
import { TextField } from "@/components/field.tsx";
import { segmentToList } from "@/features/audience/lists/mutations.ts";
import { MakeListDialog } from "@/records/lists/make-list-dialog.tsx";
import { asOfMoment, localDay, today } from "@/records/lists/words.ts";
import type { Segment } from "./queries.ts";

/** The members as they are now, or were at the end of a day, in a list that the data does not move. */
export function ListDialog({ segment, onClose }: { segment: Segment; onClose: () => void }) {
  // The day that the members are shown of.
  const [params] = useSearchParams();
  const [day, setDay] = useState(params.get("on") ?? "");
  return (
    <MakeListDialog
      entity={segment.entity}
      name={segment.name}
      description={`Who is in “${segment.name}” at one moment. The list stays as it is made when the data changes.`}
      fields={["asOf"]}
      make={(said) => segmentToList({ id: segment.id, asOf: asOfMoment(day), ...said })}
      onClose={onClose}
    >
      {({ problemOf, onEdit }) => (
        <TextField
          label="As of the end of"
          type="date"
          min={localDay(new Date(segment.createdAt))}
          max={today()}
          value={day}
          onChange={(event) => {
            setDay(event.target.value);
            onEdit();
          }}
          hint="Empty, or today: as it is now."
          error={problemOf("asOf")}
        />
      )}
    </MakeListDialog>
  );
}
