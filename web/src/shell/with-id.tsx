import type { ReactNode } from "react";
import { useParams } from "react-router";
import { isId } from "@/lib/ids.ts";
import { NotFound } from "./not-found.tsx";

/** A record's page, for addresses that can name one. */
export function WithId({ what, page }: { what: string; page: ReactNode }) {
  const { id = "" } = useParams();
  return isId(id) ? page : <NotFound what={what} />;
}
