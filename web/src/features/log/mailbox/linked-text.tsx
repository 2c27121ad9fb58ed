const LINK = /(https?:\/\/[^\s<>"]+)/;

/** Plain text whose addresses can be followed. */
export function LinkedText({ text }: { text: string }) {
  // Splitting by a group keeps what was split by: every second part is an address.
  return text.split(LINK).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // oxlint-disable-next-line react/no-array-index-key -- parts of a text that never changes
      <a key={index} href={part} target="_blank" rel="noreferrer" className="link">
        {part}
      </a>
    ),
  );
}
