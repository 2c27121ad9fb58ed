import { useSearchParams } from "react-router";
import { type Moment, momentText, parseMoment } from "./moment.ts";

/** Looking back lives in the address: a link shows the same moment to whoever opens it. */
export interface LookBack {
  moment: Moment | null;
  /** Side by side with this one, or with now. */
  comparing: boolean;
  other: Moment | null;
  look: (moment: Moment | null) => void;
  compare: (other: Moment | null) => void;
  stopComparing: () => void;
}

export function useLookBack(): LookBack {
  const [params, setParams] = useSearchParams();
  const change = (next: Record<string, string | null>) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [key, value] of Object.entries(next)) {
          if (value === null) after.delete(key);
          else after.set(key, value);
        }
        return after;
      },
      { replace: true },
    );
  return {
    moment: parseMoment(params.get("asof")),
    comparing: params.has("with"),
    other: parseMoment(params.get("with")),
    look: (moment) => change(moment === null ? { asof: null, with: null } : { asof: momentText(moment) }),
    compare: (other) => change({ with: other === null ? "now" : momentText(other) }),
    stopComparing: () => change({ with: null }),
  };
}
