import { ApiError } from "../errors.js";
import { PAGE } from "../model/model.js";
import type { Input, Variables } from "./input.js";

/** How many items a request asks a list for; an error where it asks for too many or for fewer than none. */
export function pageSize(
  list: { name: string; defaultFirst: number },
  first: Input | undefined,
  variables: Variables,
): number {
  const size = (first?.get(variables) as number | null | undefined) ?? list.defaultFirst;
  if (size < 0)
    throw new ApiError("BAD_PAGE_SIZE", `"first" of ${list.name} is ${size}; it cannot be negative.`);
  if (size > PAGE.max) {
    throw new ApiError(
      "BAD_PAGE_SIZE",
      `"first" of ${list.name} is ${size}; it can be ${PAGE.max} at most.`,
      {
        maximum: PAGE.max,
      },
    );
  }
  return size;
}
