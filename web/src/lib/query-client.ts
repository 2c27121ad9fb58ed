import { QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiError, isLimited, isRetryable } from "./api-error.ts";

export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        // A rule that came while somebody was signed in: who they are says so now, and the gate leads them on.
        if (error instanceof ApiError && error.code === "SECOND_STEP_REQUIRED") {
          void client.invalidateQueries({ queryKey: ["me"] });
        }
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 5 * 60_000,
        retry: (failures, error) => failures < 2 && isRetryable(error) && !isLimited(error),
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  });
  return client;
}

/** One client for the app; sign-out clears it so that nothing of one person is shown to the next. */
export const queryClient = createQueryClient();
