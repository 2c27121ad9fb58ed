/** How large an email is, for whoever looks at it. */
import { formatBytes } from "@/lib/format.ts";

/** Gmail shows no more of an email than this, in bytes of its HTML. */
const CLIPPED = 102 * 1024;

/** How large it is, and what that means. */
export function sizeWords(bytes: number): string {
  const size = formatBytes(bytes);
  return bytes > CLIPPED ? `${size}: Gmail clips it at 102 kB` : `${size} of the 102 kB that Gmail shows`;
}
