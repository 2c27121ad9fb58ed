/** The document in the frame of the preview. Nothing in it runs: the frame has no rights at all, and styles are all that is added. */

/** As programs show it that turn every email dark and ask nobody. */
const DARKENED = `
html { background: #fff; filter: invert(1) hue-rotate(180deg); }
img, [background] { filter: invert(1) hue-rotate(180deg); }`;

/** What it shows itself where it is dark. */
const OWN_DARK = /prefers-color-scheme\s*:\s*dark/i;

export const hasOwnDark = (html: string): boolean => OWN_DARK.test(html);

/** `dark`: as it is shown in the dark; an email that has colours of its own for it is asked for those by the frame. */
export function frameDocument(html: string, dark: boolean): string {
  const style = dark && !hasOwnDark(html) ? `<style>${DARKENED}</style>` : "";
  // A press on a link asks for a new window; a frame that may not open one stays where it is.
  return intoHead(html, `<base target="_blank">${style}`);
}

/** With something at the beginning of its head. */
export function intoHead(html: string, head: string): string {
  const opening = /<head(?:\s[^>]*)?>/i;
  return opening.test(html) ? html.replace(opening, (tag) => tag + head) : head + html;
}
