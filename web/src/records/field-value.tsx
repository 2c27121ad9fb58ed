import type { ReactNode } from "react";
import { Tag } from "@/components/badge.tsx";
import {
  countryName,
  formatCount,
  formatDay,
  formatFull,
  formatGivenDay,
  formatMoment,
  formatMoney,
  formatPhone,
  fromCapitals,
  isDayOnly,
  sentence,
} from "@/lib/format.ts";
import type { Json } from "@/lib/json.ts";
import { choiceLabel, type FieldDefinition, type ShownKind, shownKind } from "./catalogue.ts";
import { isEmpty, toRaw } from "./raw-value.ts";

/** The value as plain words, for tooltips and history. */
export function valueText(kind: ShownKind, value: Json | undefined): string {
  if (isEmpty(value) || value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.map((item) => valueText("text", item)).join(", ");
  if (typeof value === "object") {
    return value.amount === undefined ? toRaw(value) : formatMoney(String(value.amount), String(value.currency ?? ""));
  }
  if (typeof value === "boolean") return value ? "Yes" : "No";
  switch (kind) {
    case "number":
      return typeof value === "number" ? formatCount(value) : String(value);
    case "year":
      // What is called a year and is none is counted after all.
      return typeof value === "number" && (value < 1000 || value > 2100) ? formatCount(value) : String(value);
    case "country":
      return countryName(String(value));
    case "date":
      return formatDay(String(value));
    case "datetime":
      return isDayOnly(String(value)) ? formatGivenDay(String(value)) : formatMoment(String(value));
    case "phone":
      return formatPhone(String(value));
    case "state":
      return fromCapitals(String(value));
    case "choice":
      return /^[a-z_ ]+$/.test(String(value)) ? sentence(String(value)) : String(value);
    default:
      return String(value);
  }
}

type Shown = { kind: string } & Partial<Pick<FieldDefinition, "key" | "choices" | "custom">>;

/** The same, with the names an organisation gave its options. */
export function fieldText(definition: Shown, value: Json | undefined): string {
  const kind = shownKind(definition);
  if (definition.custom && Array.isArray(value)) {
    return value.map((item) => choiceLabel(definition, toRaw(item))).join(", ");
  }
  if (definition.custom && kind === "choice" && !isEmpty(value)) return choiceLabel(definition, toRaw(value));
  return valueText(kind, value);
}

/** A value as its kind is best read: links, mono for what is compared or copied, tags for many. */
export function FieldValue({ definition, value }: { definition: Shown; value: Json | undefined }): ReactNode {
  const kind = shownKind(definition);
  if (isEmpty(value)) return null;
  if (Array.isArray(value)) {
    return (
      <span className="flex flex-wrap gap-1">
        {value.map((item) => (
          <Tag key={toRaw(item)}>
            {definition.custom ? choiceLabel(definition, toRaw(item)) : valueText("text", item)}
          </Tag>
        ))}
      </span>
    );
  }
  const text = fieldText(definition, value);
  switch (kind) {
    case "url":
      return <OutLink href={text} text={text.replace(/^https?:\/\/(www\.)?/, "")} />;
    case "domain":
      return <OutLink href={`https://${text}`} text={text} />;
    case "email":
      // Where it is too long for a line, it breaks before its domain.
      return (
        <span className="mono">
          {text.replace(/@.*$/, "")}
          <wbr />
          {text.replace(/^[^@]*/, "")}
        </span>
      );
    case "phone":
      return <span className="mono">{text}</span>;
    case "datetime":
      return (
        <time dateTime={String(value)} title={isDayOnly(String(value)) ? undefined : formatFull(String(value))}>
          {text}
        </time>
      );
    case "number":
    case "year":
    case "money":
      return <span className="num">{text}</span>;
    default:
      return text;
  }
}

function OutLink({ href, text }: { href: string; text: string }) {
  // Only web addresses become links: a stored "javascript:" stays text.
  if (!/^https?:\/\//i.test(href)) return text;
  return (
    <a className="link mono" href={href} target="_blank" rel="noreferrer noopener">
      {text}
    </a>
  );
}
