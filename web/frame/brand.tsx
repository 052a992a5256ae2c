/** The mark: two streams that meet and leave as one. */
export function Mark({ size = 20 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M6 6l6 6 6-6M12 12v7" stroke="var(--dg-ink2)" strokeWidth="2.2" />
      <circle cx="5.5" cy="5.5" r="2.8" fill="var(--dg-victim)" />
      <circle cx="18.5" cy="5.5" r="2.8" fill="var(--dg-collector)" />
      <circle cx="12" cy="19" r="2.8" fill="var(--dg-cash-out)" />
    </svg>
  );
}
