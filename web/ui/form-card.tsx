import type { ReactNode } from "react";
import { Card } from "./panel.tsx";
import { ProblemNotice } from "./problem-notice.tsx";

/** A card that is a form, with what went wrong at the last try below its fields. */
export function FormCard({
  className,
  error,
  onSubmit,
  children,
}: {
  className: string | undefined;
  /** The fault of the last try; null = there was none. */
  error: unknown;
  onSubmit: () => void;
  children: ReactNode;
}) {
  return (
    <Card>
      <form
        className={className}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
      </form>
      {error ? <ProblemNotice error={error} /> : null}
    </Card>
  );
}
