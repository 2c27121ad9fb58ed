import { useQuery } from "@tanstack/react-query";
import { Fingerprint } from "lucide-react";
import { Popover } from "radix-ui";
import { useState } from "react";
import { Icon } from "@/components/icon.tsx";
import { LoadError } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import type { FieldDefinition } from "../catalogue.ts";
import type { RecordBase, RecordKind } from "../record-kind.ts";
import { FieldOrigins } from "./field-origins.tsx";
import { provenanceQuery } from "./queries.ts";
import "./provenance.css";

/** Where the value comes from, one press away from it: source, who, when, what else was offered, what it was before. */
export function ProvenanceButton(props: {
  kind: RecordKind;
  record: RecordBase;
  field: FieldDefinition;
  /** Why nothing can be changed here; undefined when it can. */
  blocked: string | undefined;
}) {
  const { kind, record, field, blocked } = props;
  const [open, setOpen] = useState(false);
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild ref={setAnchor}>
        <button type="button" className="origin-button" aria-label={`Where ${field.label} comes from`}>
          <Icon as={Fingerprint} size="sm" />
        </button>
      </Popover.Trigger>
      {/* In the landmark of its field: at the end of the body it would be outside of every one. */}
      <Popover.Portal container={anchor?.closest<HTMLElement>("aside, main") ?? null}>
        <Popover.Content
          className="menu origin-panel"
          aria-label={`Where ${field.label} comes from`}
          align="end"
          sideOffset={6}
          collisionPadding={8}
          onEscapeKeyDown={(event) => event.stopPropagation()}
        >
          <Panel kind={kind} record={record} field={field} blocked={blocked} onDone={() => setOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Panel(props: {
  kind: RecordKind;
  record: RecordBase;
  field: FieldDefinition;
  blocked: string | undefined;
  onDone: () => void;
}) {
  const query = useQuery(provenanceQuery(props.kind, props.record.id));
  if (query.isPending) return <Skeleton width="70%" />;
  if (query.isError) {
    return <LoadError what="The source" error={query.error} retry={() => void query.refetch()} />;
  }
  const told = query.data?.fields.find((one) => one.field === props.field.key);
  if (told === undefined) {
    return <p className="t-2">{words(props.field)}</p>;
  }
  return <FieldOrigins {...props} told={told} />;
}

/** Nothing in the log is about this field. */
function words(field: FieldDefinition): string {
  return field.writable
    ? "Nobody has given this a value yet."
    : "Pivotal works this out whenever it is shown, from what it knows of the record. It is not written anywhere.";
}
