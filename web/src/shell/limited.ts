import type { QueryClient } from "@tanstack/react-query";
import { toastLimited } from "@/components/toast.tsx";
import { isLimited } from "@/lib/api-error.ts";

/** Whatever asked too often, the person is told once when to go on. */
export function tellWhenLimited(client: QueryClient): void {
  const tell = (error: unknown) => {
    if (isLimited(error)) toastLimited(error.message);
  };
  client.getQueryCache().subscribe((event) => {
    if (event.type === "updated" && event.action.type === "error") tell(event.action.error);
  });
  client.getMutationCache().subscribe((event) => {
    if (event.type === "updated" && event.action.type === "error") tell(event.action.error);
  });
}
