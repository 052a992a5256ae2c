import { Center, Loader } from "@mantine/core";
import type { ReactNode } from "react";
import { Navigate, useLocation } from "react-router";
import { isProblem } from "../api/problem.ts";
import { useSession } from "../data/session.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";

/**
 * Lets signed-in people through; others go to the sign-in page and come back to where they wanted
 * to be.
 */
export function RequireSession({ children }: { children: ReactNode }) {
  const { person, query } = useSession();
  const { pathname, search } = useLocation();
  const wanted = `${pathname}${search}`;
  if (query.isPending) {
    return (
      <Center h="100vh">
        <Loader size="sm" />
      </Center>
    );
  }
  if (person?.mustChangePassword || person?.secondFactor === "due" || unauthorised(query.error)) {
    return <Navigate to={`/sign-in?to=${encodeURIComponent(wanted)}`} replace />;
  }
  if (query.isError) {
    return (
      <Center h="100vh" p="lg">
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      </Center>
    );
  }
  return children;
}

function unauthorised(error: unknown): boolean {
  return isProblem(error) && error.status === 401;
}
