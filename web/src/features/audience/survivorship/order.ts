/** Orders of sources as the page changes them: places, strongest first; sources of one place are equals. */
import type { Entity, SurvivorshipInput, SurvivorshipSource } from "@/gql/graphql.ts";

export type Order = readonly (readonly SurvivorshipSource[])[];

export interface FieldOrder {
  field: string;
  label: string;
  order: Order;
}

export interface Draft {
  everywhere: Order;
  fields: readonly FieldOrder[];
}

export function sameOrder(one: Order, other: Order): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export function sameDraft(one: Draft, other: Draft): boolean {
  const told = ({ everywhere, fields }: Draft) =>
    JSON.stringify([everywhere, [...fields].map(({ field, order }) => [field, order]).sort()]);
  return told(one) === told(other);
}

/** The place one up or down; at the end it stays. */
export function moved(order: Order, place: number, by: -1 | 1): Order {
  const to = place + by;
  if (to < 0 || to >= order.length) return order;
  const next = [...order];
  const [taken] = next.splice(place, 1);
  if (taken !== undefined) next.splice(to, 0, taken);
  return next;
}

/** The place becomes one with the one above it. */
export function joined(order: Order, place: number): Order {
  if (place < 1 || place >= order.length) return order;
  const both = [...(order[place - 1] ?? []), ...(order[place] ?? [])];
  return [...order.slice(0, place - 1), both, ...order.slice(place + 1)];
}

/** One source of a place gets a place of its own below it. */
export function split(order: Order, place: number, source: SurvivorshipSource): Order {
  const held = order[place] ?? [];
  if (held.length < 2 || !held.includes(source)) return order;
  return [...order.slice(0, place), held.filter((one) => one !== source), [source], ...order.slice(place + 1)];
}

export function inputOf(entity: Entity, { everywhere, fields }: Draft): SurvivorshipInput {
  const places = (order: Order) => order.map((place) => [...place]);
  return {
    entity,
    everywhere: places(everywhere),
    fields: fields.map(({ field, order }) => ({ field, order: places(order) })),
  };
}

/** `People and the API, then Imports or Automations, ...` */
export function orderWords(order: Order, labels: ReadonlyMap<SurvivorshipSource, string>): string {
  if (order.length === 1) return "The newest value, whoever it comes from";
  return order.map((place) => place.map((source) => labels.get(source) ?? source).join(" or ")).join(", then ");
}
