import type { ReactNode } from "react";
import { useParams } from "react-router";
import { NotFound } from "./not-found.tsx";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A record's page, for addresses that can name one. Anything else is known not to exist without asking for it. */
export function WithId({ what, page }: { what: string; page: ReactNode }) {
  const { id = "" } = useParams();
  return UUID.test(id) ? page : <NotFound what={what} />;
}
