import { useMemo } from "react";
import { useAppearance } from "@/lib/appearance.ts";
import { useIsPhone, useMedia } from "@/lib/use-media.ts";

/** The row height the stylesheet uses now: by density, taller under a finger, two lines on a phone. */
export function useRowHeight(): number {
  const density = useAppearance((state) => state.density);
  const coarse = useMedia("(pointer: coarse)");
  const phone = useIsPhone();
  return useMemo(() => {
    if (phone) return 61;
    if (coarse) return 48;
    return density === "compact" ? 32 : 40;
  }, [density, coarse, phone]);
}
