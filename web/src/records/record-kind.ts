/** What the shared record screens need to know about contacts or accounts. Each feature defines its own. */
import type { LucideIcon } from "lucide-react";
import type { Entity } from "@/gql/graphql.ts";
import type { FieldValues, Json } from "@/lib/json.ts";
import type { Moment } from "./lookback/moment.ts";

/** The part of a record every kind has. */
export interface RecordBase {
  id: string;
  archived: boolean;
  /** The record it became part of. */
  mergedInto?: string | null;
  /** Whether the viewer may archive or restore it, by the server's own rule. */
  mayArchive: boolean;
  version: number;
  createdAt: string;
  updatedAt: string;
  fields: Json;
  /** Names of what fields only hold by id; those a query did not ask for are absent. */
  accountId?: string | null;
  accountName?: string | null;
  ownerName?: string | null;
  teamName?: string | null;
  /** The client who supplied it: it may be used for that client only. */
  clientRestrictionId?: string | null;
  /** Null also where the viewer may not see the client. */
  clientRestrictionName?: string | null;
  parent?: { id: string; name?: string | null } | null;
  sourceLabel?: string;
  importId?: string | null;
}

/** Of an erased person nothing is told, not even whence it came. */
export function isErased(record: object): boolean {
  return "erased" in record && record.erased === true;
}

/** What a command answers: the record after it, and its position in the log. */
export interface Written {
  record: RecordBase | null;
  position: number | null;
}

export interface RecordCommands {
  create: (fields: FieldValues, options: { accountId: string | null; idempotencyKey: string }) => Promise<Written>;
  update: (id: string, fields: FieldValues, expectedVersion: number) => Promise<Written>;
  /** To an account chosen by hand, or to none; only of what belongs to accounts. */
  link?: (id: string, accountId: string | null, expectedVersion: number) => Promise<Written>;
  archive: (id: string) => Promise<Written>;
  restore: (id: string) => Promise<Written>;
  undo: (id: string, position: number) => Promise<Written>;
  /** What fields held at another moment comes back, as an ordinary edit. */
  restoreValues: (id: string, fields: string[], from: Moment, expectedVersion: number) => Promise<Written>;
}

export interface RecordKind {
  entity: Entity;
  /** First part of every query key: "contacts". */
  key: string;
  noun: string;
  nouns: string;
  /** "/contacts" */
  path: string;
  icon: LucideIcon;
  permissions: { view: string; edit: string; archive: string; export: string };
  /** Asked for when a record is made; the rest is a click away. */
  createFields: string[];
  nameOf: (fields: FieldValues) => string;
  commands: RecordCommands;
}
