import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { importNameQuery } from "./queries.ts";

/** Another import by its name. */
export function ImportLink({ id }: { id: string }) {
  const name = useQuery(importNameQuery(id)).data;
  return (
    <Link className="link" to={`/contacts/imports/${id}`}>
      {name ?? "another import"}
    </Link>
  );
}
