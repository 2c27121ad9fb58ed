/** What a bulk change was: which records, what was done to them, by whom and when. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Tag } from "@/components/badge.tsx";
import { Card } from "@/components/card.tsx";
import { listQuery } from "@/features/audience/lists/queries.ts";
import { useMay } from "@/features/identity/me/queries.ts";
import { BASES, CHANNELS } from "@/records/consent-words.ts";
import type { Entity } from "@/gql/graphql.ts";
import { countOf, formatCount, formatDay, formatMoment } from "@/lib/format.ts";
import { fieldValues, type Json } from "@/lib/json.ts";
import { kindOf, useCatalogue } from "@/records/catalogue.ts";
import { FieldValue } from "@/records/field-value.tsx";
import { filterSentenceQuery, valueNameQuery } from "@/records/filter-queries.ts";
import { listHref, whichOf } from "@/records/list-words.ts";
import { secondsBetween, secondsWords } from "@/records/pace.ts";
import { isEmpty, toRaw } from "@/records/raw-value.ts";
import { isAtWork, nounsOf } from "./bulk-state.ts";
import type { Bulk } from "./queries.ts";
import "@/components/result.css";
import "./bulk.css";

/** "By Maren Lindqvist, 21 Nov 14:02" */
export const whoWords = (one: Pick<Bulk, "createdBy" | "createdAt">) =>
  `${one.createdBy === null || one.createdBy === undefined ? "" : `By ${one.createdBy}, `}${formatMoment(one.createdAt)}`;

export function About({ one }: { one: Bulk }) {
  const took = secondsBetween(one.createdAt, one.finishedAt);
  const [, nouns] = nounsOf(one.entity);
  const { expected, counts } = one;
  const moved = expected !== null && expected !== undefined && one.finishedAt && expected !== counts.selected;
  return (
    <Card title={isAtWork(one) ? "What is being done" : "What was done"}>
      <dl className="bulk-about">
        <Done one={one} />
        <dt>To</dt>
        <dd>
          <Audience one={one} />
          {moved ? (
            <p className="t-12 t-3">
              {formatCount(expected)} were counted when it was asked for; {formatCount(counts.selected)} matched when it
              began.
            </p>
          ) : null}
        </dd>
        <dt>By</dt>
        <dd>{one.createdBy ?? "Pivotal"}</dd>
        <dt>Asked for</dt>
        <dd>{formatMoment(one.createdAt)}</dd>
        {one.finishedAt ? (
          <>
            <dt>Ended</dt>
            <dd>
              {formatMoment(one.finishedAt)}
              {took === null ? "" : `, after ${secondsWords(took)}`}
            </dd>
          </>
        ) : null}
      </dl>
      <p className="t-12 t-3 mt-3">Each of the {nouns} has this in its history, with who did it and when.</p>
    </Card>
  );
}

function Audience({ one }: { one: Bulk }) {
  const nouns = nounsOf(one.entity);
  const where = fieldValues(one.filter ?? undefined)["where"] ?? null;
  const sentence = useQuery({ ...filterSentenceQuery(one.entity, where), enabled: where !== null }).data;
  if (one.byIds) {
    const count = one.counts.selected > 0 ? one.counts.selected : (one.expected ?? 0);
    return <p>{countOf(count, ...nouns)}, picked one by one</p>;
  }
  const href = listHref(one.entity === "ACCOUNT" ? "/accounts" : "/contacts", one.filter ?? null);
  const words = whichOf(one.filter);
  if (href === null) return <p>{one.filter ? words : "A list whose filter named an erased person"}</p>;
  return (
    <>
      <p>{words === "All" ? `All ${nouns[1]}` : words}</p>
      {sentence === undefined ? null : <p className="t-2">{sentence}</p>}
      <Link className="link t-12" to={href}>
        Open this list as it is now
      </Link>
    </>
  );
}

function Done({ one }: { one: Bulk }) {
  const catalogue = useCatalogue(one.entity);
  const { kind, fields, asked } = one.action;
  if (asked === null || asked === undefined) {
    return (
      <>
        <dt>What</dt>
        <dd>
          {one.action.title}. <span className="t-3">What was set is not kept: it named a person who was erased.</span>
        </dd>
      </>
    );
  }
  const said = fieldValues(asked);
  if (kind === "ADD_TAGS" || kind === "REMOVE_TAGS") {
    const tags = Array.isArray(said["tags"]) ? said["tags"] : [];
    return (
      <>
        <dt>{kind === "ADD_TAGS" ? "Tags added" : "Tags removed"}</dt>
        <dd className="flex flex-wrap gap-1">
          {tags.map((tag) => (
            <Tag key={toRaw(tag)}>{toRaw(tag)}</Tag>
          ))}
        </dd>
      </>
    );
  }
  if (kind === "ASSIGN") {
    return (
      <>
        <Assigned entity={one.entity} label="Owner" field="owner" to={said["owner"]} />
        <Assigned entity={one.entity} label="Team" field="team" to={said["team"]} />
      </>
    );
  }
  if (kind === "ARCHIVE" || kind === "RESTORE") {
    return (
      <>
        <dt>What</dt>
        <dd>
          {kind === "ARCHIVE" ? "Archived" : "Restored from the archive"}
          {isEmpty(said["reason"]) ? null : <p className="t-2">“{toRaw(said["reason"])}”</p>}
        </dd>
      </>
    );
  }
  if (kind === "WEIGH") {
    const of = one.entity === "ACCOUNT" ? "?of=accounts" : "";
    return (
      <>
        <dt>What</dt>
        <dd>
          <Link to={`/survivorship${of}`}>Survivorship rules</Link> applied to what was there
        </dd>
      </>
    );
  }
  if (kind === "REJECT_INDUSTRY") {
    return (
      <>
        <dt>What</dt>
        <dd>
          Suggested industries were rejected
          {isEmpty(said["reason"]) ? null : <p className="t-2">“{toRaw(said["reason"])}”</p>}
        </dd>
      </>
    );
  }
  if (kind === "MERGE" || kind === "ACCEPT_INDUSTRY") {
    return (
      <>
        <dt>What</dt>
        <dd>{kind === "MERGE" ? "Records that are one were merged" : "Suggested industries were accepted"}</dd>
      </>
    );
  }
  if (kind === "ADD_TO_LIST" || kind === "REMOVE_FROM_LIST") {
    return (
      <>
        <dt>{kind === "ADD_TO_LIST" ? "Added to the list" : "Removed from the list"}</dt>
        <dd>
          <ListNamed id={toRaw(said["list"])} />
        </dd>
      </>
    );
  }
  if (kind === "RECORD_CONSENT") return <Consented said={said} />;
  const values = fieldValues(said["fields"]);
  return fields.map(({ field, label }) => {
    const definition = catalogue?.find((other) => other.key === field) ?? { kind: "text" };
    const value = values[field];
    const points = kindOf(definition) === "user" || kindOf(definition) === "ref";
    return (
      <div key={field} className="contents">
        <dt>{label}</dt>
        <dd>
          {isEmpty(value) ? (
            <span className="t-3">cleared</span>
          ) : points ? (
            <Named entity={one.entity} field={field} id={toRaw(value)} />
          ) : (
            <FieldValue definition={definition} value={value} />
          )}
        </dd>
      </div>
    );
  });
}

/** One that is private to somebody else has no name here. */
function ListNamed({ id }: { id: string }) {
  const list = useQuery({ ...listQuery(id), enabled: useMay("SEGMENTS_VIEW") }).data;
  if (list === undefined || list === null) return <span className="t-3">A list that you may not see</span>;
  return (
    <Link className="link" to={`/lists/${id}`}>
      {list.name}
    </Link>
  );
}

/** What was taken down of each, as it was typed. */
function Consented({ said }: { said: ReturnType<typeof fieldValues> }) {
  const channels = Array.isArray(said["channels"]) ? said["channels"].map((channel) => toRaw(channel)) : [];
  const basis = toRaw(said["basis"]).toUpperCase();
  const rows: [string, string][] = [
    ["For", channels.map((channel) => (channel === "phone" ? CHANNELS.PHONE : CHANNELS.EMAIL)).join(" and ")],
    ["Basis", Object.entries(BASES).find(([key]) => key === basis)?.[1].label ?? ""],
    ["Given on", isEmpty(said["at"]) ? "" : formatDay(toRaw(said["at"]))],
    ["Source", toRaw(said["origin"])],
    ["Text shown", toRaw(said["wording"])],
    ["Reference", toRaw(said["reference"])],
    ["Link to the proof", toRaw(said["url"])],
  ];
  return rows
    .filter(([, words]) => words !== "")
    .map(([label, words]) => (
      <div key={label} className="contents">
        <dt>{label}</dt>
        <dd className="break-words">{words}</dd>
      </div>
    ));
}

/** `to`: absent where whoever has it keeps it, "nobody", or an id. */
function Assigned({
  entity,
  label,
  field,
  to,
}: {
  entity: Entity;
  label: string;
  field: string;
  to: Json | undefined;
}) {
  if (to === undefined || to === null || to === "kept") return null;
  const id = fieldValues(to)["to"];
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {typeof id === "string" ? <Named entity={entity} field={field} id={id} /> : <span className="t-3">nobody</span>}
      </dd>
    </>
  );
}

function Named({ entity, field, id }: { entity: Entity; field: string; id: string }) {
  return useQuery(valueNameQuery(entity, field, id)).data ?? "…";
}
