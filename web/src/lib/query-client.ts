import { QueryClient } from "@tanstack/react-query";
import { isRetryable } from "./api-error.ts";

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 5 * 60_000,
        retry: (failures, error) => failures < 2 && isRetryable(error),
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  });
}

/** One client for the app; sign-out clears it so that nothing of one person is shown to the next. */
export const queryClient = createQueryClient();
