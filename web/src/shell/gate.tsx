import { useQuery } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { Navigate, useLocation } from "react-router";
import { BrandMark } from "@/components/brand.tsx";
import { LoadError } from "@/components/notice.tsx";
import { meQuery } from "@/features/identity/me/queries.ts";
import { forgetKept } from "@/lib/long-filter.ts";
import { forgetPreferences } from "@/lib/preferences.ts";
import { queryClient } from "@/lib/query-client.ts";
import { useAway } from "@/lib/connection.ts";
import { refresh, useSessionState } from "@/lib/session.ts";
import { forgetRecent } from "./search/recent.ts";

const OwedPage = lazy(() => import("./owed-page.tsx"));

/** Lets only signed-in people in, with `me` loaded; everybody else goes to the login and comes back. */
export function Gate({ children }: { children: ReactNode }) {
  const session = useSessionState();
  const location = useLocation();
  const [bootError, setBootError] = useState<unknown>(null);
  const away = useAway();
  const me = useQuery({ ...meQuery, enabled: session === "signed-in" });

  useEffect(() => {
    // Also when the server is back.
    if (session === "unknown" && !away) refresh().then(() => setBootError(null), setBootError);
    if (session === "signed-out") {
      queryClient.clear();
      forgetPreferences();
      forgetRecent();
      forgetKept();
    }
  }, [session, away]);

  if (session === "signed-out") {
    return <Navigate to="/login" replace state={{ from: `${location.pathname}${location.search}` }} />;
  }
  const error = session === "unknown" ? bootError : me.error;
  if (error !== null && me.data === undefined) {
    const retry = () => {
      setBootError(null);
      if (session === "unknown") refresh().catch(setBootError);
      else void me.refetch();
    };
    return (
      <main className="mx-auto grid min-h-dvh max-w-120 place-items-center p-4">
        <LoadError what="Pivotal" error={error} retry={retry} />
      </main>
    );
  }
  const waiting = (
    <main className="delayed grid min-h-dvh place-items-center" role="status" aria-label="Loading">
      <BrandMark />
    </main>
  );
  if (session !== "signed-in" || me.data === undefined) return waiting;
  if (me.data.owesSecondStep) {
    return (
      <Suspense fallback={waiting}>
        <OwedPage />
      </Suspense>
    );
  }
  return children;
}
