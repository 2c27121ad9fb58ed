/** The mark: decorative, the word beside it is the name. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 22 22" width="22" height="22" aria-hidden="true">
      <rect width="22" height="22" rx="6" fill="var(--primary)" />
      <path
        d="M7.2 16.2V6.2h4.4a3.5 3.5 0 0 1 0 7H9.6"
        fill="none"
        stroke="#fff"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="15.2" cy="16" r="1.4" fill="#fff" />
    </svg>
  );
}
