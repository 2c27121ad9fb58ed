import { type ReactNode, useState } from "react";
import { Link } from "react-router";
import { messageOf, RefusedError } from "@/lib/api-error.ts";
import { fieldValues, type Json } from "@/lib/json.ts";
import type { FieldDefinition } from "../catalogue.ts";
import { fieldText } from "../field-value.tsx";
import { fromRaw, isEmpty, toRaw } from "../raw-value.ts";
import type { RecordBase, RecordKind } from "../record-kind.ts";
import { useRecordActions } from "../use-record-actions.ts";
import { OriginLine } from "./origin-line.tsx";
import type { FieldProvenance } from "./queries.ts";
import { ruleWords } from "./words.ts";

/** Earlier values beyond these are in the history. */
const SHOWN = 5;

/** One field's values with their sources. Those that lost can be used, those before can come back. */
export function FieldOrigins(props: {
  kind: RecordKind;
  record: RecordBase;
  field: FieldDefinition;
  told: FieldProvenance;
  blocked: string | undefined;
  onDone: () => void;
}) {
  const { kind, record, field, told, blocked, onDone } = props;
  const { save, link, restoreValues } = useRecordActions(kind);
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const { current } = told;
  const same = (value: Json | null | undefined) => toRaw(value ?? null) === toRaw(current?.value ?? null);
  const earlier = told.earlier.slice(0, SHOWN);
  const run = async (act: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setRefused(null);
    try {
      await act();
      onDone();
    } catch (error) {
      setRefused(error);
    } finally {
      setBusy(false);
    }
  };
  const choose = (value: Json, text: string | null | undefined) =>
    run(() =>
      field.key === "account"
        ? link(record, { id: toRaw(value), name: text ?? "the account" })
        : save(record, { [field.key]: fromRaw(toRaw(value)) }, field.label),
    );
  return (
    <div className="flex flex-col gap-3" aria-busy={busy}>
      <section>
        <h3 className="t-12 med t-3">{field.label}</h3>
        {current === null || current === undefined ? (
          <p className="t-2">Nobody has given this a value yet.</p>
        ) : (
          <>
            <Told field={field} value={current.value} text={current.text} />
            <OriginLine origin={current.origin} derived={current.derived} />
          </>
        )}
      </section>
      <Values title="Also offered, and kept beside it" all={told.kept}>
        {(kept) => (
          <>
            <div className="row">
              <Told field={field} value={kept.value} text={kept.text} />
              {blocked !== undefined || !field.writable ? null : (
                <button type="button" className="link t-12 ml-auto" onClick={() => void choose(kept.value, kept.text)}>
                  Use instead
                </button>
              )}
            </div>
            <OriginLine origin={kept.origin} />
            <p className="t-12 t-3">{ruleWords(kept.rule)}</p>
          </>
        )}
      </Values>
      <Values title="Before" all={earlier}>
        {(value) => (
          <>
            <div className="row">
              <Told field={field} value={value.value} text={value.text} />
              {blocked !== undefined || !field.writable || same(value.value) ? null : (
                <button
                  type="button"
                  className="link t-12 ml-auto"
                  onClick={() =>
                    void run(() => restoreValues(record, [field.key], { position: value.origin.position }, field.label))
                  }
                >
                  Bring back
                </button>
              )}
            </div>
            <OriginLine origin={value.origin} derived={value.derived} />
          </>
        )}
      </Values>
      {told.earlier.length > SHOWN ? <p className="t-12 t-3">Older values are in the history.</p> : null}
      {blocked === undefined || told.earlier.length + told.kept.length === 0 ? null : (
        <p className="t-12 t-3">{blocked}.</p>
      )}
      {refused === null ? null : <Refusal error={refused} path={kind.path} />}
      {isEmpty(fieldValues(record.fields)[field.key]) && current?.value ? (
        <p className="t-12 t-3">The list has not caught up with this yet.</p>
      ) : null}
    </div>
  );
}

function Values<T>({ title, all, children }: { title: string; all: readonly T[]; children: (one: T) => ReactNode }) {
  if (all.length === 0) return null;
  return (
    <section>
      <h3 className="t-12 med t-3">{title}</h3>
      <ul className="origin-list">
        {all.map((one, index) => (
          // The same value may have come and gone several times.
          <li key={index}>{children(one)}</li>
        ))}
      </ul>
    </section>
  );
}

function Told({
  field,
  value,
  text,
}: {
  field: FieldDefinition;
  value: Json | null | undefined;
  text: string | null | undefined;
}) {
  const shown = text ?? fieldText(field, value ?? null);
  return shown === "" ? <span className="t-3">empty</span> : <span className="origin-value">{shown}</span>;
}

/** A refusal in place, with the way to the record that stands in the way. */
export function Refusal({ error, path }: { error: unknown; path: string }) {
  const inTheWay = error instanceof RefusedError ? error.userErrors.find((one) => one.recordId)?.recordId : undefined;
  return (
    <p className="error" role="alert">
      {messageOf(error)}{" "}
      {inTheWay ? (
        <Link className="link" to={`${path}/${inTheWay}`}>
          Open it
        </Link>
      ) : null}
    </p>
  );
}
