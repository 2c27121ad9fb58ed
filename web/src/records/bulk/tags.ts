/** The tags with what was typed, parted by semicolons or commas. One that is there in other letters is there. */
export function joined(tags: readonly string[], text: string): string[] {
  const all = [...tags];
  for (const part of text.split(/[;,]/)) {
    const tag = part.trim();
    if (tag !== "" && !all.some((held) => held.toLowerCase() === tag.toLowerCase())) all.push(tag);
  }
  return all;
}
