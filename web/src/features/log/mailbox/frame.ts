/** The document in the frame of a kept mail: as it would arrive, but that it loads nothing except its pixel, and from us. */
import { frameDocument, intoHead } from "@/records/email-preview/frame.ts";

/** Where a pixel of ours stands, whatever address people see Pivotal under. */
const PIXEL = /(\ssrc=["'])https?:\/\/[^"'/\s]+(\/t\/o\/[^"'\s]*)/gi;

/** What the frame may do beyond showing itself: a press on a link opens the page it leads to, which is not held to this. */
export const FRAME_RIGHTS = "allow-popups allow-popups-to-escape-sandbox";

/**
 * `origin`: ours. A mail names the address under which Pivotal is reached from outside, or that of a sender; all of them lead here, and
 * from here alone the page may load.
 */
export function mailDocument(html: string, origin: string): string {
  const policy = `default-src 'none'; img-src ${origin}/t/o/ data:; style-src 'unsafe-inline'; form-action 'none'`;
  const own = html.replaceAll(PIXEL, `$1${origin}$2`);
  return intoHead(frameDocument(own, false), `<meta http-equiv="content-security-policy" content="${policy}">`);
}
