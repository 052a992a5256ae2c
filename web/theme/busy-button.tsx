import type { ComponentProps, MouseEvent } from "react";

type Props = ComponentProps<"button"> & {
  readonly "data-loading"?: boolean;
  readonly "data-disabled"?: boolean;
};

/**
 * The element of every button. A button that works on something is not disabled for the browser,
 * which would take the keyboard's focus from it: it says so, keeps the focus, and does nothing.
 */
export function BusyButton({ disabled, onClick, type = "button", ...props }: Props) {
  const busy = props["data-loading"] === true && props["data-disabled"] !== true;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (!busy) return onClick?.(event);
    // A form is not sent twice.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <button
      {...props}
      type={type}
      disabled={disabled === true && !busy}
      aria-disabled={busy || undefined}
      onClick={press}
    />
  );
}
