import { useState } from "react";
import { WifiOff } from "lucide-react";
import { Button } from "@/components/button.tsx";
import { Icon } from "@/components/icon.tsx";
import { askNow, useAway } from "@/lib/connection.ts";

/** Over every page while the server does not answer. It goes by itself. */
export function ConnectionBanner() {
  const away = useAway();
  const [asking, setAsking] = useState(false);
  return (
    // Always there, so that its text is announced when it comes.
    <div role="status" aria-label="Connection" className={away ? "away" : ""}>
      {away ? (
        <>
          <Icon as={WifiOff} />
          <p className="grow">
            <b className="med">Pivotal cannot be reached.</b>{" "}
            <span className="max-md:hidden">What you see stays here and is read again as soon as it is back.</span>
          </p>
          <Button
            small
            busy={asking}
            onClick={() => {
              setAsking(true);
              void askNow().finally(() => setAsking(false));
            }}
          >
            Try now
          </Button>
        </>
      ) : null}
    </div>
  );
}
