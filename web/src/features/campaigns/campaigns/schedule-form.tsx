import { useMemo } from "react";
import { Card } from "@/components/card.tsx";
import { CheckField } from "@/components/check-field.tsx";
import { Combobox } from "@/components/combobox.tsx";
import { TextField } from "@/components/field.tsx";
import { RadioGroup } from "@/components/radio-group.tsx";
import { mistakesIn, type ScheduleDraft, type ScheduleField, WORKING_HOURS } from "./schedule.ts";
import { WindowFields } from "./window-fields.tsx";
import { zones } from "./zones.ts";

/** When it starts, in which hours it sends, and how fast. */
export function ScheduleForm({
  draft,
  refused,
  onChange,
}: {
  draft: ScheduleDraft;
  /** What the server said of its fields. */
  refused: ReadonlyMap<string, string>;
  onChange: (patch: Partial<ScheduleDraft>) => void;
}) {
  const own = mistakesIn(draft);
  const problemOf = (field: ScheduleField) => own[field] ?? refused.get(field);
  const known = useMemo(() => zones(), []);
  const options = (known.includes(draft.zone) ? known : [draft.zone, ...known]).map((zone) => ({
    value: zone,
    label: zone.replaceAll("_", " "),
  }));
  const timed = draft.start === "at";
  return (
    <>
      <Card title="Start">
        <div className="flex flex-col gap-4">
          <RadioGroup
            label="When"
            value={draft.start}
            onChange={(start) => onChange({ start: start === "at" ? "at" : "now" })}
            options={[
              { value: "now", label: "At once", hint: "The audience is taken when somebody presses Launch." },
              {
                value: "at",
                label: "At a day and a time",
                hint: "The audience is taken then, and all checks run again.",
              },
            ]}
          />
          {timed ? (
            <TextField
              label="Start at"
              type="datetime-local"
              required
              data-testid="schedule-at"
              value={draft.at}
              error={problemOf("at")}
              onChange={(event) => onChange({ at: event.target.value })}
            />
          ) : null}
          <Combobox
            label="Time zone"
            required
            hint="Times on this page are those of this zone."
            error={refused.get("zone")}
            options={options}
            value={[draft.zone]}
            onChange={([zone]) => onChange({ zone: zone ?? draft.zone })}
          />
          <CheckField
            label="Go by the clock where each recipient is"
            hint={
              timed
                ? "It starts when it is that time in the first zone on earth. Who has no zone goes by the one above."
                : "For the hours below. Who has no zone goes by the one above."
            }
            checked={draft.inRecipientsZone}
            onChange={(inRecipientsZone) => onChange({ inRecipientsZone })}
          />
        </div>
      </Card>
      <Card title="Hours" sub="outside of them nothing leaves">
        <div className="flex flex-col gap-4" data-testid="schedule-windows">
          <CheckField
            label="Only at certain hours"
            checked={draft.windows !== null}
            onChange={(on) => onChange({ windows: on ? WORKING_HOURS : null })}
          />
          {draft.windows === null ? null : (
            <WindowFields
              windows={draft.windows}
              error={problemOf("windows")}
              onChange={(windows) => onChange({ windows })}
            />
          )}
          <TextField
            label="Ends at"
            type="datetime-local"
            hint="Who has not had it by then is left out, and the ledger says so. Empty: no end."
            value={draft.ends}
            error={problemOf("ends")}
            onChange={(event) => onChange({ ends: event.target.value })}
          />
        </div>
      </Card>
      <Card title="Pace">
        <div className="flex flex-col gap-4">
          <TextField
            label="Mails a second, at most"
            inputMode="numeric"
            hint="Empty: as fast as the sender's account, its warm-up and the limits of this installation allow."
            value={draft.perSecond}
            error={problemOf("perSecond")}
            onChange={(event) => onChange({ perSecond: event.target.value })}
          />
          <CheckField
            label="Keep to the frequency cap"
            hint="Who had as many campaigns lately as the cap allows is left out, and the ledger says so."
            checked={draft.respectsCap}
            onChange={(respectsCap) => onChange({ respectsCap })}
          />
        </div>
      </Card>
    </>
  );
}
