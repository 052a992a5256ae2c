import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";

/** A change after which everything under one key is asked anew. */
export function useChangeUnder<Input, Output>(
  queryKey: QueryKey,
  work: (input: Input) => Promise<Output>,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSuccess: () => client.invalidateQueries({ queryKey }),
  });
}
