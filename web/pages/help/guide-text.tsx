import type { MouseEvent } from "react";

/**
 * Text of the guide. It was compiled from our own Markdown at the build, with HTML in it switched
 * off; nothing of it comes from a person or the data.
 */
export function GuideText({
  html,
  onFollow,
}: {
  html: string;
  onFollow: (event: MouseEvent<HTMLElement>) => void;
}) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: clicks of the links inside, which the keyboard makes too
    <div
      onClick={onFollow}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own text, compiled at the build
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
