import { Link } from "react-router";
import { Avatar } from "@/components/avatar.tsx";
import { Notice } from "@/components/notice.tsx";
import type { Entity } from "@/gql/graphql.ts";
import { formatAge } from "@/lib/format.ts";
import type { FieldValues, Json } from "@/lib/json.ts";
import { type FieldDefinition, kindOf } from "../catalogue.ts";
import { fieldText } from "../field-value.tsx";
import { accountKind } from "../kinds/account-kind.ts";
import { contactKind } from "../kinds/contact-kind.ts";
import { CLIENT_RESTRICTION, mergedRestriction } from "../restriction.ts";
import type { Side } from "./queries.ts";
import { differs, rowsOf } from "./together.ts";
import type { useTogether } from "./use-together.ts";
import "@/components/field.css";
import "./merge.css";

/** Whom what is merged may be used for, as far as there is something to say. */
export function promiseOf(sides: readonly Side[], survivorId: string | null | undefined) {
  const only = ({ fields }: Side) => (fields[CLIENT_RESTRICTION] ?? null) as string | null;
  const survivor = sides.find(({ id }) => id === survivorId);
  return mergedRestriction(
    survivor === undefined ? null : only(survivor),
    sides.filter(({ id }) => survivor !== undefined && id !== survivorId).map(only),
  );
}

/** Compared letter by letter. */
const MONO = ["email", "phone", "domain", "url"];

/** Records beside each other, field by field: which stays, and whose value each field gets. */
export function SideBySide({
  entity,
  sides,
  catalogue,
  decided,
  noticeId,
}: {
  entity: Entity;
  sides: readonly Side[];
  catalogue: readonly FieldDefinition[];
  decided: ReturnType<typeof useTogether>;
  /** For what is described by why they cannot be merged as they stand. */
  noticeId?: string;
}) {
  const definitions = catalogue.filter(
    // Whom it may be used for stays as the survivor has it.
    (field) => (field.writable && field.key !== CLIENT_RESTRICTION) || field.key === "account",
  );
  const values = sides.map(({ fields }) => fields);
  const rows = rowsOf(
    values,
    definitions.map((field) => field.key),
  );
  const kind = entity === "CONTACT" ? contactKind : accountKind;
  const nameOf = ({ fields }: Side) => kind.nameOf(fields as FieldValues);
  const { refused, told } = promiseOf(sides, decided.survivorId);
  const table = (
    <table className="beside">
      <caption className="sr">
        {sides.length === 2 ? "Both records" : "The records"}, field by field. What differs is marked and can be chosen.
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr">Field</span>
          </th>
          {sides.map((side) => (
            <th
              scope="col"
              key={side.id}
              className={side.id === decided.survivorId ? "stays" : ""}
              style={{ width: `${100 / sides.length}%` }}
            >
              <span className="beside-who">
                <Avatar name={nameOf(side)} square={entity === "ACCOUNT"} />
                <span className="min-w-0">
                  <Link className="beside-name" to={`${kind.path}/${side.id}`}>
                    {nameOf(side)}
                  </Link>
                  <span className="t-12 t-3 block">Added {formatAge(side.createdAt)}</span>
                </span>
              </span>
              <label className="beside-choice">
                <input
                  type="radio"
                  className="sr"
                  name="survivor"
                  checked={side.id === decided.survivorId}
                  onChange={() => decided.stay(side.id)}
                />
                <span className={`radio ${side.id === decided.survivorId ? "on" : ""}`} aria-hidden="true" />
                {side.id === decided.survivorId ? "Stays" : "Becomes part of it"}
              </label>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((key) => {
          const field = definitions.find((one) => one.key === key);
          if (field === undefined) return null;
          const apart = differs(values, key);
          const giver = decided.giver(key);
          // Lists are united, so there is nothing to choose.
          const united = values.some((fields) => Array.isArray(fields[key]));
          const choose = apart && !united;
          return (
            <tr key={key} className={apart ? "apart" : ""}>
              <th scope="row">
                {field.label}
                {apart && united ? <span className="t-12 t-3 block">United</span> : null}
              </th>
              {sides.map((side) => (
                <td key={side.id} className={choose && giver === side.id ? "taken" : ""}>
                  <Value
                    field={field}
                    side={side}
                    choose={choose}
                    checked={giver === side.id}
                    onChoose={() => decided.take(key, side.id)}
                  />
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
  return refused === null && told === null ? (
    table
  ) : (
    <div className="flex flex-col gap-3">
      <div id={noticeId}>
        <Notice tone="warning">{refused ?? told}</Notice>
      </div>
      {table}
    </div>
  );
}

export const UNITED =
  "Lists are united. An email, phone or domain that is not chosen is kept among the others; nothing is lost, and the merge can be undone.";

/** Why the button cannot be pressed where a merge is refused; the notice says it at length. */
export const REFUSED = "A client’s record would be used for others";

function Value({
  field,
  side,
  choose,
  checked,
  onChoose,
}: {
  field: FieldDefinition;
  side: Side;
  choose: boolean;
  checked: boolean;
  onChoose: () => void;
}) {
  const text = fieldText(field, side.fields[field.key] as Json | undefined);
  const shown = <span className={MONO.includes(kindOf(field)) ? "mono" : ""}>{text}</span>;
  if (text === "" && !choose) return <span className="t-3">—</span>;
  if (!choose) return shown;
  return (
    <label className="beside-choice">
      <input
        type="radio"
        className="sr"
        name={`value-${field.key}`}
        aria-label={`${field.label}: ${text === "" ? "empty" : text}`}
        checked={checked}
        onChange={onChoose}
      />
      <span className={`radio ${checked ? "on" : ""}`} aria-hidden="true" />
      {text === "" ? <span className="t-3">Empty</span> : shown}
    </label>
  );
}
