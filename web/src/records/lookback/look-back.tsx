import { useQuery } from "@tanstack/react-query";
import { ArrowLeftRight, Clock, X } from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Button } from "@/components/button.tsx";
import { LoadError, Notice } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { countOf, formatFull } from "@/lib/format.ts";
import { ConsentCard } from "../consent-card.tsx";
import type { RecordBase, RecordKind } from "../record-kind.ts";
import { CompareView } from "./compare-view.tsx";
import type { Moment } from "./moment.ts";
import { MomentPicker } from "./moment-picker.tsx";
import { facetsQuery, thenQuery } from "./queries.ts";
import { ThenView } from "./then-view.tsx";
import type { LookBack } from "./use-look-back.ts";
import "./lookback.css";

/** Opens the record as it was; the newest change but one is where most people look first. */
export function LookBackButton({ kind, record, back }: { kind: RecordKind; record: RecordBase; back: LookBack }) {
  const facets = useQuery(facetsQuery(kind, record.id));
  const stops = facets.data?.moments ?? [];
  const before = (stops.at(-2) ?? stops.at(-1))?.position;
  // Pressed before it is known what there is to look at.
  const pressed = useRef(false);
  const [asked, setAsked] = useState(false);
  const look = useEffectEvent((position: number) => back.look({ position }));
  useEffect(() => {
    if (!pressed.current || before === undefined) return;
    pressed.current = false;
    look(before);
  }, [before]);
  const press = () => {
    if (back.moment !== null) back.look(null);
    else if (before !== undefined) back.look({ position: before });
    else {
      pressed.current = true;
      setAsked(true);
    }
  };
  const nothing = facets.isError ? "Its history could not be read" : "Nothing has happened to it yet";
  return (
    <Button
      small
      icon={Clock}
      aria-pressed={back.moment !== null}
      busy={asked && facets.isPending}
      disabledReason={before === undefined && !facets.isPending ? nothing : undefined}
      onClick={press}
    >
      Look back
    </Button>
  );
}

/** The record as it was, read only, in place of what it is: the banner says so for as long as it lasts. */
export function LookBackPanel({
  kind,
  record,
  name,
  back,
  moment,
}: {
  kind: RecordKind;
  record: RecordBase;
  name: string;
  back: LookBack;
  moment: Moment;
}) {
  const facets = useQuery(facetsQuery(kind, record.id));
  const then = useQuery(thenQuery(kind, record.id, moment));
  const stops = facets.data?.moments ?? [];
  const was = then.data?.recordAsOf ?? null;
  const differing = (then.data?.recordCompare?.fields ?? []).filter((field) => field.changed).length;
  const at = "at" in moment ? moment.at : (stops.find((stop) => stop.position === moment.position)?.at ?? was?.at);
  return (
    <section className="look-back" aria-label="Looking back">
      <div className="look-back-bar">
        <MomentPicker label="As of" stops={stops} moment={moment} onChange={back.look} />
        {back.comparing ? (
          <MomentPicker label="Compared with" stops={stops} moment={back.other} onChange={back.compare} />
        ) : null}
      </div>
      <Notice
        tone="info"
        title={at ? `${name} as of ${formatFull(at)}` : `${name} as it was`}
        action={
          <div className="row flex-wrap">
            <Button
              small
              icon={ArrowLeftRight}
              aria-pressed={back.comparing}
              onClick={() => (back.comparing ? back.stopComparing() : back.compare(null))}
            >
              {back.comparing ? "Stop comparing" : "Compare"}
            </Button>
            <Button small variant="primary" icon={X} onClick={() => back.look(null)}>
              Back to now
            </Button>
          </div>
        }
      >
        {was === null
          ? "This is how it was; nothing can be edited here."
          : was.existed
            ? `${was.archived ? "It was archived then. " : ""}${
                differing === 0
                  ? "Nothing differs from now."
                  : `${countOf(differing, "field differs", "fields differ")} from now and ${differing === 1 ? "is" : "are"} marked.`
              } Nothing can be edited here; earlier values can be brought back.`
            : `This ${kind.noun} did not exist yet.`}
      </Notice>
      {then.isPending ? (
        <div className="delayed flex flex-col gap-5 p-4">
          {[60, 75, 50].map((width) => (
            <Skeleton key={width} width={`${width}%`} />
          ))}
        </div>
      ) : then.isError ? (
        <LoadError what="This moment" error={then.error} retry={() => void then.refetch()} />
      ) : back.comparing ? (
        <CompareView kind={kind} record={record} from={moment} to={back.other} />
      ) : was === null ? (
        <p className="t-2 p-4">Nothing can be shown of this {kind.noun}.</p>
      ) : (
        <>
          <ThenView
            kind={kind}
            record={record}
            moment={moment}
            then={was.fields}
            now={then.data.recordCompare?.fields ?? []}
          />
          {kind.entity === "CONTACT" && was.existed && at ? (
            <ConsentCard contactId={record.id} name={name} at={at} />
          ) : null}
        </>
      )}
    </section>
  );
}
